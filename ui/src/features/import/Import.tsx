// Reading a registry: a path, a preview, and the press that applies it. Nothing is written before that press.
import { useState } from 'react';
import { type ImportPreview, type ImportResult, useAct } from '../../backend';
import { Button, Card, Checkbox, Failed, Form, Notice, Page, Row } from '../../components';
import { useGoTo } from '../../desk/rooms';
import { useWords } from '../../l10n';
import { Counts } from './Counts';
import { PathField } from '../../desk/PathField';
import { Preview } from './Preview';

export function Import() {
  const words = useWords();
  const preview = useAct('preview_import');
  const apply = useAct('apply_import');
  const [path, setPath] = useState('');
  const startAgain = () => {
    preview.reset();
    apply.reset();
    setPath('');
  };
  return (
    <Page title={words('import-title')} lead={words('import-lead')}>
      {apply.data ? (
        <Applied result={apply.data} onAgain={startAgain} />
      ) : preview.data ? (
        <Previewed
          preview={preview.data}
          isBusy={apply.isPending}
          error={apply.error}
          onApply={(token, accept_alarms) => apply.mutate({ token, accept_alarms })}
          onAgain={startAgain}
        />
      ) : (
        <Card>
          <Form
            onSubmit={() => {
              if (path.trim() !== '') preview.mutate({ path });
            }}
          >
            <PathField {...words.field('import-path')} picks={['file', 'folder']} value={path} onChange={setPath} />
            <Failed error={preview.error} />
            <Row align="end">
              <Button type="submit" kind="primary" icon="eye" act="preview_import" isBusy={preview.isPending}>
                {words('import-preview')}
              </Button>
            </Row>
            {preview.isPending && <p role="status">{words('import-reading')}</p>}
          </Form>
        </Card>
      )}
    </Page>
  );
}

function Previewed({ preview, isBusy, error, onApply, onAgain }: {
  preview: ImportPreview;
  isBusy: boolean;
  error: unknown;
  onApply: (token: string, acceptAlarms: boolean) => void;
  onAgain: () => void;
}) {
  const words = useWords();
  const [isAccepted, setAccepted] = useState(false);
  const isAlarming = preview.alarms.length > 0;
  return (
    <>
      <Card
        title={words('import-preview-title')}
        aside={words('import-format', { format: words.has(`import-format-${preview.format.replaceAll('_', '-')}`) ? words.of('import-format', preview.format) : preview.format })}
        actions={
          <>
            <Button kind="primary" icon="check" act="apply_import" isBusy={isBusy} isDisabled={isAlarming && !isAccepted} onPress={() => onApply(preview.token, isAccepted)}>
              {words('import-apply')}
            </Button>
            <Button act="import_again" isDisabled={isBusy} onPress={onAgain}>
              {words('import-other')}
            </Button>
          </>
        }
      >
        <p>{words('import-read', { students: preview.students, guardians: preview.guardians, guardianships: preview.guardianships })}</p>
        <Counts counts={{ new: preview.new, changed: preview.changed, unchanged: preview.unchanged, gone: preview.gone, unusable: preview.unusable_count }} />
        {isAlarming && (
          <Notice kind="warning" title={words('import-alarms')}>
            {preview.alarms.map(({ kind, count, of }) => (
              <p key={kind}>{words(`import-alarm-${kind.replaceAll('_', '-')}`, { count, of })}</p>
            ))}
            <Checkbox label={words('import-accept-alarms')} value={isAccepted} onChange={setAccepted} />
          </Notice>
        )}
        {isBusy && <p role="status">{words('import-applying')}</p>}
        <Failed error={error} />
      </Card>
      <Preview preview={preview} />
    </>
  );
}

function Applied({ result, onAgain }: { result: ImportResult; onAgain: () => void }) {
  const words = useWords();
  const goTo = useGoTo();
  return (
    <Card>
      <Notice
        kind="good"
        title={words('import-applied')}
        actions={
          <>
            <Button kind="primary" icon="search" act="room_registry" onPress={() => goTo({ name: 'registry' })}>
              {words('import-to-registry')}
            </Button>
            <Button act="import_again" onPress={onAgain}>
              {words('import-other')}
            </Button>
          </>
        }
      />
      <Counts counts={{ new: result.new, changed: result.changed, unchanged: result.unchanged, gone: result.gone }} />
    </Card>
  );
}
