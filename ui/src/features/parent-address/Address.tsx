// The address that the school has on file, or the other road: an account from before.
import { useState } from 'react';
import { useAct } from '../../backend';
import { Button, Form, Notice, Row, TextField } from '../../components';
import { Bilingual, useWords } from '../../l10n';
import { fieldWords } from '../../parent/fieldWords';
import { focusFirstInvalid } from '../../parent/focusFirstInvalid';
import { Refusal, refusedField, RefusalWords } from '../../parent/Refusal';
import { Screen } from '../../parent/Screen';

export function Address({ offered, givenBefore }: {
  /** The address on file, masked, that the secretary offers. */
  offered: string | null;
  /** It is the one that they gave before the visit was interrupted. */
  givenBefore: boolean;
}) {
  const words = useWords();
  const offer = givenBefore ? 'parent-address-given-before' : 'parent-address-offered';
  const [address, setAddress] = useState('');
  const [isMissing, setMissing] = useState(false);
  const give = useAct('give_address');
  const take = useAct('take_offered_address');
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
      {offered !== null && (
        <Notice
          kind="good"
          title={<Bilingual id={offer} args={{ address: offered }} />}
          actions={
            <Button kind="primary" large icon="mail" act="take_offered_address" isBusy={take.isPending} onPress={() => take.mutate(null)}>
              <Bilingual id="parent-address-take" />
            </Button>
          }
        >
          <Bilingual id={`${offer}.what`} />
        </Notice>
      )}
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
        <Refusal error={give.error ?? take.error ?? signIn.error} fields={['address']} />
        <Row>
          <Button type="submit" kind={offered === null ? 'primary' : 'secondary'} large icon="mail" act="give_address" isBusy={give.isPending}>
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
