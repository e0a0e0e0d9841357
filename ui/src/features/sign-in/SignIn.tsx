// Opening the desk: user name and password. Forgotten, the recovery words; damaged, a backup.
import { useEffect, useState } from 'react';
import { codeOf, useAct } from '../../backend';
import { Button, Failed, Form, Notice, Page, PasswordField, Row, TextField } from '../../components';
import { Front } from '../../desk/Front';
import { useWords } from '../../l10n';
import { Restore } from '../first-start/Restore';
import { Recover } from './Recover';

type Road = 'sign_in' | 'recover' | 'restore';

export function SignIn() {
  const [road, setRoad] = useState<Road>('sign_in');
  const back = () => setRoad('sign_in');
  if (road === 'recover') return <Recover onBack={back} />;
  if (road === 'restore') return <Restore onBack={back} />;
  return <Door onRoad={setRoad} />;
}

function Door({ onRoad }: { onRoad: (road: Road) => void }) {
  const words = useWords();
  const signIn = useAct('sign_in');
  const demo = useAct('open_demo');
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const failure = signIn.error?.failure;
  const wait = useCountdown(failure?.code === 'wrong_password' ? failure.wait_seconds : 0, signIn.failureReason);
  const code = codeOf(signIn.error);
  const isDamaged = code === 'damaged' || code === 'wrong_key';
  return (
    <Front>
      <Page title={words('sign-in-title')} lead={words('sign-in-lead')}>
        <Form
          onSubmit={() => {
            if (wait > 0 || userName.trim() === '' || password === '') return;
            signIn.mutate({ user_name: userName, password }, { onError: () => setPassword('') });
          }}
        >
          <TextField label={words('sign-in-user')} name="user_name" autoFocus plain value={userName} onChange={setUserName} />
          <PasswordField label={words('sign-in-password')} name="password" value={password} onChange={setPassword} />
          {wait > 0 ? (
            <Notice kind="bad" title={words('sign-in-wrong')}>
              {words('sign-in-wait', { seconds: wait })}
            </Notice>
          ) : (
            <Failed error={signIn.error} />
          )}
          {isDamaged && (
            <Notice
              kind="warning"
              title={words('sign-in-damaged')}
              actions={
                <Button icon="shield" act="restore" onPress={() => onRoad('restore')}>
                  {words('first-restore')}
                </Button>
              }
            />
          )}
          <Button type="submit" kind="primary" large icon="key" act="sign_in" isBusy={signIn.isPending} isDisabled={wait > 0}>
            {words('sign-in-do')}
          </Button>
        </Form>
        <Row>
          <Button kind="quiet" act="recover" onPress={() => onRoad('recover')}>
            {words('sign-in-forgotten')}
          </Button>
          <Button kind="quiet" act="restore" onPress={() => onRoad('restore')}>
            {words('first-restore')}
          </Button>
          <Button kind="quiet" act="open_demo" isBusy={demo.isPending} onPress={() => demo.mutate(null)}>
            {words('first-demo-open')}
          </Button>
        </Row>
        <Failed error={demo.error} />
      </Page>
    </Front>
  );
}

/** Seconds left of a wait that began with `start`; the desk refuses meanwhile in any case. */
function useCountdown(seconds: number, start: unknown): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    setLeft(seconds);
    if (seconds === 0) return;
    const timer = setInterval(() => setLeft((now) => Math.max(0, now - 1)), 1000);
    return () => clearInterval(timer);
  }, [seconds, start]);
  return left;
}
