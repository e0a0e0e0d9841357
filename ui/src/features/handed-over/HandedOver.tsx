// The desk while the parent has the screen, or while nobody is there: nothing of a family in sight, and a PIN or a password to take
// it back.
import { useState } from 'react';
import { useAct } from '../../backend';
import { Button, Failed, Form, Page, PasswordField } from '../../components';
import { Front } from '../../desk/Front';
import { useWords } from '../../l10n';

export function HandedOver({ userName, isDemo, isLocked }: { userName: string; isDemo: boolean; isLocked: boolean }) {
  const words = useWords();
  const takeBack = useAct('take_back');
  const [password, setPassword] = useState('');
  return (
    <Front>
      <Page title={words(isLocked ? 'locked-title' : 'handed-over-title')} lead={words(isLocked ? 'locked-lead' : 'handed-over-lead')}>
        <Form
          onSubmit={() => {
            if (password !== '') takeBack.mutate({ password }, { onError: () => setPassword('') });
          }}
        >
          <PasswordField
            label={words('handed-over-password', { user: userName })}
            description={isDemo && words('desk-demo-password')}
            name="password"
            masked
            autoFocus
            value={password}
            onChange={setPassword}
          />
          <Failed error={takeBack.error} />
          <Button type="submit" kind="primary" icon="key" act="take_back" isBusy={takeBack.isPending}>
            {words(isLocked ? 'locked-open' : 'handed-over-take-back')}
          </Button>
        </Form>
      </Page>
    </Front>
  );
}
