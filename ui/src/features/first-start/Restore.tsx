// Coming back from a backup: the file, and a secret that opens it. Also reached from the sign-in of a damaged desk.
import { useState } from 'react';
import { useAct } from '../../backend';
import { Button, Failed, Form, Notice, Page, PasswordField, Radios, Row, TextField } from '../../components';
import { Front } from '../../desk/Front';
import { useWords } from '../../l10n';
import { PathField } from '../../desk/PathField';

type Key = 'password' | 'words';

export function Restore({ onBack }: { onBack: () => void }) {
  const words = useWords();
  const restore = useAct('restore_backup');
  const [path, setPath] = useState('');
  const [key, setKey] = useState<Key>('password');
  const [userName, setUserName] = useState('');
  const [secret, setSecret] = useState('');
  const submit = () => {
    if (path.trim() === '' || secret === '') return;
    restore.mutate(
      { path, user_name: key === 'password' ? userName : null, secret },
      { onSuccess: onBack },
    );
  };
  return (
    <Front>
      <Page title={words('restore-title')} lead={words('restore-lead')}>
        <Form onSubmit={submit}>
          <PathField {...words.field('restore-file')} picks={['file']} value={path} onChange={setPath} />
          <Radios
            label={words('restore-key')}
            name="key"
            beside
            value={key}
            onChange={setKey}
            choices={[
              { id: 'password', label: words('restore-key-password') },
              { id: 'words', label: words('restore-key-words') },
            ]}
          />
          {key === 'password' && (
            <TextField {...words.field('staff-user-name')} description={undefined} name="user_name" plain value={userName} onChange={setUserName} />
          )}
          <PasswordField
            label={words(key === 'password' ? 'sign-in-password' : 'recover-words')}
            description={key === 'words' && words('restore-words-then')}
            name="secret"
            value={secret}
            onChange={setSecret}
          />
          <Notice kind="warning" live={false}>
            {words('restore-replaces')}
          </Notice>
          <Failed error={restore.error} />
          <Row align="apart">
            <Button kind="quiet" icon="back" act="back" onPress={onBack}>
              {words('desk-back')}
            </Button>
            <Button type="submit" kind="primary" icon="shield" act="restore_backup" isBusy={restore.isPending}>
              {words('restore-do')}
            </Button>
          </Row>
        </Form>
      </Page>
    </Front>
  );
}
