// A password chosen, typed twice, under the portal's rules (domain.md §5). The rules are judged in Rust at each key.
import { useState } from 'react';
import { useAct } from '../../backend';
import { Button, Form, PasswordField } from '../../components';
import { Bilingual, useWords } from '../../l10n';
import { fieldWords } from '../../parent/fieldWords';
import { Refusal, refusedField } from '../../parent/Refusal';
import { Screen } from '../../parent/Screen';
import { focusFirstInvalid } from '../../parent/focusFirstInvalid';
import { Checklist } from './Checklist';
import { checkItems } from './checklist';
import { useChecklist } from './useChecklist';

export function NewPassword({ address, hasAccount, masked }: { address: string; hasAccount: boolean; masked: boolean }) {
  const words = useWords();
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [isAsked, setAsked] = useState(false);
  const choose = useAct('choose_password');
  const checked = useChecklist(password);
  const isSame = password !== '' && password === again;

  const send = () => {
    setAsked(true);
    // Rust judges for good; what is plainly not ready is not sent, and the place to mend takes the focus.
    if (isSame && checked?.accepted !== false) choose.mutate({ password, again });
    else focusFirstInvalid();
  };
  const differs = refusedField(choose.error) === 'again' || (isAsked && !isSame);

  return (
    <Screen id={hasAccount ? 'parent-password-anew' : 'parent-password'} args={{ address }}>
      <Form onSubmit={send}>
        <PasswordField
          {...fieldWords(words, 'parent-password-field')}
          value={password}
          onChange={setPassword}
          isNew
          masked={masked}
          error={isAsked && checked?.accepted === false ? <Bilingual id="parent-error-password-refused" /> : undefined}
        />
        <PasswordField
          {...fieldWords(words, 'parent-password-again')}
          value={again}
          onChange={setAgain}
          isNew
          masked={masked}
          error={differs ? <Bilingual id="parent-password-differs" /> : undefined}
        />
        <Checklist items={checkItems(checked, isSame)} />
        <Refusal error={choose.error} fields={['again']} />
        <Button type="submit" kind="primary" large icon="key" isBusy={choose.isPending}>
          <Bilingual id="parent-password-choose" />
        </Button>
      </Form>
    </Screen>
  );
}
