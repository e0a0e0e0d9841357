// A backup by a press: an encrypted copy with its keyring, verified after writing.
import { useState } from 'react';
import { useAct } from '../../backend';
import { Button, Failed, Form, Notice, Row } from '../../components';
import { useWords } from '../../l10n';
import { PathField } from '../../desk/PathField';

export function Backup() {
  const words = useWords();
  const backUp = useAct('back_up');
  const [path, setPath] = useState('');
  const made = backUp.data;
  return (
    <Form
      onSubmit={() => {
        if (path.trim() !== '') backUp.mutate({ path: path.trim() });
      }}
    >
      <p>{words('backup-what')}</p>
      <PathField
        {...words.field('backup-path')}
        picks={['place']}
        proposed={words('backup-file')}
        value={path}
        onChange={setPath}
      />
      <Failed error={backUp.error} />
      {made && (
        <Notice kind="good" title={words('backup-made')}>
          <p dir="ltr">
            <bdi>{made.path}</bdi>
          </p>
          <p>
            {words('journal-head', { count: made.journal_count })} <code dir="ltr">{made.journal_head}</code>
          </p>
        </Notice>
      )}
      <Row align="apart">
        <span>{words('backup-restore-how')}</span>
        <Button type="submit" icon="shield" act="back_up" isBusy={backUp.isPending}>
          {words('backup-do')}
        </Button>
      </Row>
    </Form>
  );
}
