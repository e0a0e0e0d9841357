// Another address for the account: a code is sent to it, and the address before is told once it came back.
import { useState } from 'react';
import { useAct } from '../../backend';
import { Button, Form, Notice, Row, TextField } from '../../components';
import { Bilingual, useWords } from '../../l10n';
import { fieldWords } from '../../parent/fieldWords';
import { focusFirstInvalid } from '../../parent/focusFirstInvalid';
import { Refusal, refusedField, RefusalWords } from '../../parent/Refusal';
import { Screen } from '../../parent/Screen';

/** Both are said at the field. */
const FIELDS = ['address', 'same_address'];

export function NewAddress({ onBack }: { onBack: () => void }) {
  const words = useWords();
  const [address, setAddress] = useState('');
  const [isMissing, setMissing] = useState(false);
  const change = useAct('change_address');
  const send = () => {
    setMissing(address.trim() === '');
    if (address.trim() === '') return focusFirstInvalid();
    change.mutate({ address }, { onError: focusFirstInvalid });
  };
  const problem = () => {
    if (isMissing) return <Bilingual id="parent-missing" />;
    return FIELDS.includes(refusedField(change.error) ?? '') ? <RefusalWords error={change.error} /> : undefined;
  };
  return (
    <Screen id="parent-new-address">
      <Form onSubmit={send}>
        <TextField
          {...fieldWords(words, 'parent-new-address-field')}
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
        <Refusal error={change.error} fields={FIELDS} />
        <Row>
          <Button type="submit" kind="primary" large icon="mail" act="change_address" isBusy={change.isPending}>
            <Bilingual id="parent-address-send" />
          </Button>
          <Button kind="quiet" large icon="back" act="back" onPress={onBack}>
            <Bilingual id="parent-new-address-back" />
          </Button>
        </Row>
      </Form>
      <Notice kind="info" live={false}>
        <Bilingual id="parent-new-address.note" />
      </Notice>
    </Screen>
  );
}
