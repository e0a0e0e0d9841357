// The address that the school has on file, or the other road: an account from before.
import { useState } from 'react';
import { useAct } from '../../backend';
import { Button, Form, Notice, Row, TextField } from '../../components';
import { Bilingual, useWords } from '../../l10n';
import { fieldWords } from '../../parent/fieldWords';
import { focusFirstInvalid } from '../../parent/focusFirstInvalid';
import { Refusal, refusedField, RefusalWords } from '../../parent/Refusal';
import { Screen } from '../../parent/Screen';

export function Address() {
  const words = useWords();
  const [address, setAddress] = useState('');
  const [isMissing, setMissing] = useState(false);
  const give = useAct('give_address');
  const signIn = useAct('wish_sign_in');
  const send = () => {
    setMissing(address.trim() === '');
    if (address.trim() === '') return focusFirstInvalid();
    give.mutate({ address }, { onError: focusFirstInvalid });
  };
  const problem = () => {
    if (isMissing) return <Bilingual id="parent-missing" />;
    return refusedField(give.error) === 'address' ? <RefusalWords error={give.error} /> : undefined;
  };
  return (
    <Screen id="parent-address">
      <Form onSubmit={send}>
        <TextField
          {...fieldWords(words, 'parent-address-field')}
          name="address"
          type="email"
          inputMode="email"
          ltr
          value={address}
          onChange={(typed) => {
            setAddress(typed);
            setMissing(false);
          }}
          error={problem()}
        />
        <Refusal error={give.error ?? signIn.error} fields={['address']} />
        <Row>
          <Button type="submit" kind="primary" large icon="mail" act="give_address" isBusy={give.isPending}>
            <Bilingual id="parent-address-send" />
          </Button>
          <Button large icon="account" act="wish_sign_in" isBusy={signIn.isPending} onPress={() => signIn.mutate(null)}>
            <Bilingual id="parent-address-have-account" />
          </Button>
        </Row>
      </Form>
      <Notice kind="info" live={false}>
        <Bilingual id="parent-address.note" />
      </Notice>
    </Screen>
  );
}
