// The code of an address that the school accepted in person, days after: it opens the account, whose password comes next.
import { useState } from 'react';
import { useAct } from '../../backend';
import { Button, CodeField, Form, Row, TextField } from '../../components';
import { Bilingual, useWords } from '../../l10n';
import { fieldWords } from '../../parent/fieldWords';
import { focusFirstInvalid } from '../../parent/focusFirstInvalid';
import { Refusal, refusedField, RefusalWords } from '../../parent/Refusal';
import { Screen } from '../../parent/Screen';

const DIGITS = 6;

export function AddressProof({ masked, onBack }: { masked: boolean; onBack: () => void }) {
  const words = useWords();
  const [address, setAddress] = useState('');
  const [code, setCode] = useState('');
  const [isAsked, setAsked] = useState(false);
  const enter = useAct('enter_address_proof');

  const isShort = code.length !== DIGITS;
  const send = () => {
    setAsked(true);
    if (address.trim() === '' || isShort) return focusFirstInvalid();
    enter.mutate(
      { address, code },
      {
        onSettled: () => {
          setAsked(false);
          setCode('');
          focusFirstInvalid();
        },
      },
    );
  };
  const ofAddress = () => {
    if (isAsked && address.trim() === '') return <Bilingual id="parent-missing" />;
    return refusedField(enter.error) === 'address' ? <RefusalWords error={enter.error} /> : undefined;
  };
  const ofCode = () => {
    if (isAsked && isShort) return <Bilingual id="parent-missing-code" />;
    return enter.data?.answer === 'wrong' && code === '' ? <Bilingual id="parent-proof-wrong" /> : undefined;
  };
  return (
    <Screen id="parent-proof">
      <Form onSubmit={send}>
        <TextField
          {...fieldWords(words, 'parent-address-field')}
          description={undefined}
          name="address"
          type="email"
          inputMode="email"
          ltr
          value={address}
          onChange={setAddress}
          error={ofAddress()}
        />
        <CodeField {...fieldWords(words, 'parent-code-field')} value={code} onChange={setCode} masked={masked} error={ofCode()} />
        <Refusal error={enter.error} fields={['address']} />
        <Row>
          <Button type="submit" kind="primary" large icon="arrow" iconAfter act="enter_address_proof" isBusy={enter.isPending}>
            <Bilingual id="parent-code-enter" />
          </Button>
          <Button kind="quiet" large icon="back" act="back" onPress={onBack}>
            <Bilingual id="parent-proof-back" />
          </Button>
        </Row>
      </Form>
    </Screen>
  );
}
