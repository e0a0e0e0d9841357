// Writing a list to a file, masked: which format, where, and a question before a file is replaced.
import { useState } from 'react';
import { codeOf, type ListFormat, type StudentFilter, useAct } from '../../backend';
import { Button, Dialog, Failed, Notice, Radios, Stack } from '../../components';
import { PathField } from '../../desk/PathField';
import { useL10n } from '../../l10n';

const FORMATS: readonly ListFormat[] = ['csv', 'excel'];

export function ExportList({ filter }: { filter: StudentFilter }) {
  const { locale, words } = useL10n();
  const [isOpen, setOpen] = useState(false);
  const [format, setFormat] = useState<ListFormat>('csv');
  const [path, setPath] = useState('');
  const write = useAct('export_students');
  const isThere = codeOf(write.error) === 'file_exists';
  const send = (replace: boolean) => {
    if (path.trim() !== '') write.mutate({ filter, format, path: path.trim(), replace, language: locale });
  };
  const close = () => {
    setOpen(false);
    write.reset();
  };
  return (
    <>
      <Button icon="copy" act="export_open" onPress={() => setOpen(true)}>
        {words('export-open')}
      </Button>
      <Dialog
        title={words('export-title')}
        isOpen={isOpen}
        onClose={close}
        wide
        actions={
          write.data ? (
            <Button kind="primary" act="export_close" onPress={close}>
              {words('ui-close')}
            </Button>
          ) : (
            <Button kind="primary" icon="copy" act="export_students" isBusy={write.isPending} onPress={() => send(false)}>
              {words('export-do')}
            </Button>
          )
        }
      >
        {write.data ? (
          <Notice kind="good" title={words('export-done', { students: write.data.students })}>
            <bdi dir="ltr">{write.data.path}</bdi>
          </Notice>
        ) : (
          <Stack>
            <p>{words('export-what')}</p>
            <Radios
              label={words('export-format')}
              name="format"
              value={format}
              onChange={setFormat}
              choices={FORMATS.map((id) => ({ id, label: words.of('export-format', id), note: words(`export-format-${id}-note`) }))}
            />
            <PathField
              {...words.field('export-path')}
              picks={['place']}
              proposed={words(`export-file-${format}`)}
              value={path}
              onChange={(next) => {
                setPath(next);
                write.reset();
              }}
            />
            {isThere ? (
              <Notice
                kind="warning"
                title={words('export-exists')}
                actions={
                  <Button kind="signal" act="export_replace" isBusy={write.isPending} onPress={() => send(true)}>
                    {words('export-replace')}
                  </Button>
                }
              />
            ) : (
              <Failed error={write.error} />
            )}
          </Stack>
        )}
      </Dialog>
    </>
  );
}
