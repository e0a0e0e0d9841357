// The lines that cannot be used, each with its reason, and a file of them for whoever mends the source.
import { useState } from 'react';
import { type ImportPreview, type UnusableLine, useAct } from '../../backend';
import { Button, Card, type Column, Dialog, Failed, Form, Notice, Row, Table } from '../../components';
import { PathField } from '../../desk/PathField';
import { useWords } from '../../l10n';

export function Unusable({ preview }: { preview: ImportPreview }) {
  const words = useWords();
  const columns: Column<UnusableLine>[] = [
    { id: 'file', label: words('import-column-file'), cell: (one) => <bdi>{one.file}</bdi> },
    { id: 'line', label: words('import-column-line'), isRowHeader: true, cell: (one) => one.line },
    { id: 'field', label: words('import-column-field'), cell: (one) => words.of('import-field', one.field) },
    { id: 'value', label: words('import-column-value'), cell: (one) => <bdi>{one.value}</bdi> },
    { id: 'reason', label: words('import-column-reason'), cell: (one) => words.of('import-reason', one.reason) },
  ];
  const hidden = preview.unusable_count - preview.unusable.length;
  return (
    <Card title={words('import-unusable', { count: preview.unusable_count })}>
      <p>{words('import-unusable-what')}</p>
      <Table
        caption={words('import-unusable', { count: preview.unusable_count })}
        columns={columns}
        rows={preview.unusable}
        keyOf={(one, place) => `${one.file}-${String(one.line)}-${one.field}-${String(place)}`}
      />
      {hidden > 0 && <p>{words('import-more', { count: hidden })}</p>}
      <SaveUnusable token={preview.token} />
    </Card>
  );
}

function SaveUnusable({ token }: { token: string }) {
  const words = useWords();
  const save = useAct('export_unusable');
  const [asks, setAsks] = useState(false);
  const [path, setPath] = useState('');
  return (
    <>
      {save.isSuccess && (
        <Notice kind="good" title={words('import-unusable-saved')}>
          <bdi dir="ltr">{save.variables.path}</bdi>
        </Notice>
      )}
      <Row align="end">
        <Button act="ask_export_unusable" onPress={() => setAsks(true)}>
          {words('import-unusable-save')}
        </Button>
      </Row>
      <Dialog title={words('import-unusable-save-title')} isOpen={asks} onClose={() => setAsks(false)}>
        <Form
          onSubmit={() => {
            if (path.trim() !== '') save.mutate({ token, path: path.trim() }, { onSuccess: () => setAsks(false) });
          }}
        >
          <PathField
            {...words.field('import-unusable-path')}
            picks={['place']}
            proposed={words('import-unusable-file')}
            value={path}
            onChange={setPath}
          />
          <Failed error={save.error} />
          <Row align="end">
            <Button type="submit" kind="primary" act="export_unusable" isBusy={save.isPending}>
              {words('import-unusable-save-do')}
            </Button>
          </Row>
        </Form>
      </Dialog>
    </>
  );
}
