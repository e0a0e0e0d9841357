// The own PIN, which takes an open desk back: set, replaced, taken away. The own password is asked for (domain.md §7).
import { useState } from 'react';
import { useAct, useAnswer } from '../../backend';
import { Button, Dialog, Failed, Form, Notice, PasswordField, Row } from '../../components';
import { useWords } from '../../l10n';

export function OwnPin() {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" icon="key" act="own_pin_open" onPress={() => setOpen(true)}>
        {words('pin-open')}
      </Button>
      {isOpen && <Fields onClose={() => setOpen(false)} />}
    </>
  );
}

function Fields({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const own = useAnswer('view_own_pin', null);
  const set = useAct('set_own_pin');
  const [pin, setPin] = useState('');
  const [password, setPassword] = useState('');
  const send = (chosen: string | null) => {
    if (password !== '') set.mutate({ password, pin: chosen }, { onSuccess: onClose });
  };
  return (
    <Dialog title={words('pin-title')} isOpen onClose={onClose}>
      <Form onSubmit={() => pin !== '' && send(pin)}>
        <p>{words('pin-what')}</p>
        {own.data?.is_set && <Notice kind="info" live={false}>{words('pin-is-set')}</Notice>}
        <PasswordField {...words.field('pin-new')} name="pin" isNew value={pin} onChange={setPin} />
        <PasswordField label={words('pin-password')} name="password" value={password} onChange={setPassword} />
        <Failed error={own.error ?? set.error} />
        <Row align="end">
          {own.data?.is_set && (
            <Button kind="signal" icon="close" act="remove_own_pin" isDisabled={password === ''} onPress={() => send(null)}>
              {words('pin-remove')}
            </Button>
          )}
          <Button onPress={onClose}>{words('desk-cancel')}</Button>
          <Button
            type="submit"
            kind="primary"
            icon="check"
            act="set_own_pin"
            isDisabled={pin === '' || password === ''}
            isBusy={set.isPending}
          >
            {words('pin-set')}
          </Button>
        </Row>
      </Form>
    </Dialog>
  );
}
