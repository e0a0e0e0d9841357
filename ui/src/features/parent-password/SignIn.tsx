// An account from before: its address, unless a code has proven it, and its password.
import { useState } from 'react';
import { useAct } from '../../backend';
import { Button, Form, Notice, PasswordField, Row, TextField } from '../../components';
import { Bilingual, useWords } from '../../l10n';
import { fieldWords } from '../../parent/fieldWords';
import { Refusal, refusedField, RefusalWords } from '../../parent/Refusal';
import { Screen } from '../../parent/Screen';
import { AddressProof } from './AddressProof';

export function SignIn({ proven, masked }: { proven: string | null; masked: boolean }) {
  const words = useWords();
  const [address, setAddress] = useState('');
  const [password, setPassword] = useState('');
  const [isAsked, setAsked] = useState(false);
  const enter = useAct('sign_in_parent');
  const renew = useAct('wish_new_password');
  const startOver = useAct('start_over');

  const [isProving, setProving] = useState(false);
  if (isProving && proven === null) return <AddressProof masked={masked} onBack={() => setProving(false)} />;

  const isComplete = password !== '' && (proven !== null || address.trim() !== '');
  const send = () => {
    setAsked(true);
    if (!isComplete) return;
    enter.mutate({ address: proven === null ? address : null, password }, { onError: () => setPassword('') });
  };
  const missing = (value: string) => isAsked && value.trim() === '' && !enter.error && <Bilingual id="parent-missing" />;

  return (
    <Screen id={proven === null ? 'parent-sign-in' : 'parent-sign-in-proven'} args={{ address: proven ?? '' }}>
      <Form onSubmit={send}>
        {proven === null && (
          <TextField
            {...fieldWords(words, 'parent-address-field')}
            description={undefined}
            name="address"
            type="email"
            inputMode="email"
            ltr
            value={address}
            onChange={setAddress}
            error={
              refusedField(enter.error) === 'address' ? <RefusalWords error={enter.error} /> : missing(address) || undefined
            }
          />
        )}
        <PasswordField
          {...fieldWords(words, 'parent-sign-in-password')}
          name="password"
          value={password}
          onChange={setPassword}
          masked={masked}
          error={missing(password) || undefined}
        />
        <Refusal error={enter.error ?? renew.error ?? startOver.error} fields={['address']} />
        <Row>
          <Button type="submit" kind="primary" large icon="arrow" iconAfter act="sign_in_parent" isBusy={enter.isPending}>
            <Bilingual id="parent-sign-in-enter" />
          </Button>
          {proven === null ? (
            <Button kind="quiet" large icon="back" act="start_over" isBusy={startOver.isPending} onPress={() => startOver.mutate(null)}>
              <Bilingual id="parent-sign-in-back" />
            </Button>
          ) : (
            <Button large icon="key" act="wish_new_password" isBusy={renew.isPending} onPress={() => renew.mutate(null)}>
              <Bilingual id="parent-sign-in-forgot" />
            </Button>
          )}
        </Row>
      </Form>
      {proven === null && (
        <Notice kind="info" live={false}>
          <Bilingual id="parent-sign-in-back.note" />
        </Notice>
      )}
      {proven === null && (
        <Row>
          <Button kind="quiet" icon="mail" act="have_address_proof" onPress={() => setProving(true)}>
            <Bilingual id="parent-sign-in-proof" />
          </Button>
        </Row>
      )}
    </Screen>
  );
}
