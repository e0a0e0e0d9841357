// Coming back with the recovery words: they force a new password of an administrator (domain.md §15).
import { useState } from 'react';
import { TextArea, TextField as Field } from 'react-aria-components';
import { useAct } from '../../backend';
import { Button, Failed, Form, Page, Row, TextField } from '../../components';
import field from '../../components/Field.module.css';
import { FieldFrame } from '../../components/Field';
import { Front } from '../../desk/Front';
import { useWords } from '../../l10n';
import { StaffPasswordField } from '../staff/StaffPasswordField';

export function Recover({ onBack }: { onBack: () => void }) {
  const words = useWords();
  const recover = useAct('recover_access');
  const [typed, setTyped] = useState('');
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const submit = () => {
    const sheet = typed.trim().split(/\s+/u).join(' ').toLowerCase();
    if (sheet === '' || userName.trim() === '' || password === '') return;
    recover.mutate({ words: sheet, user_name: userName, new_password: password }, { onSuccess: onBack });
  };
  return (
    <Front>
      <Page title={words('recover-title')} lead={words('recover-lead')}>
        <Form onSubmit={submit}>
          <Field value={typed} onChange={setTyped} name="words" autoComplete="off" spellCheck="false" className={field.field}>
            <FieldFrame {...words.field('recover-words')}>
              <div className={field.box}>
                <TextArea className={field.input} rows={4} autoCapitalize="none" lang="fr" />
              </div>
            </FieldFrame>
          </Field>
          <TextField
            {...words.field('recover-user-name')}
            name="user_name"
            plain
            value={userName}
            onChange={setUserName}
          />
          <StaffPasswordField userName={userName} value={password} onChange={setPassword} />
          <Failed error={recover.error} />
          <Row align="apart">
            <Button kind="quiet" icon="back" act="back" onPress={onBack}>
              {words('desk-back')}
            </Button>
            <Button type="submit" kind="primary" icon="key" act="recover_access" isBusy={recover.isPending}>
              {words('recover-do')}
            </Button>
          </Row>
        </Form>
      </Page>
    </Front>
  );
}
