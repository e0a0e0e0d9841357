// A password chosen, typed twice, under the portal's rules (domain.md §5). The rules are judged in Rust at each key.
import { useState } from 'react';
import { codeOf, useAct } from '../../backend';
import { Button, Form, PasswordField, Row } from '../../components';
import { Bilingual, useWords } from '../../l10n';
import { fieldWords } from '../../parent/fieldWords';
import { Refusal, refusedField, RefusalWords } from '../../parent/Refusal';
import { Screen } from '../../parent/Screen';
import { focusFirstInvalid } from '../../parent/focusFirstInvalid';
import { Checklist } from './Checklist';
import { checkItems } from './checklist';
import { useChecklist } from './useChecklist';

export function NewPassword({ address, replaces, masked }: { address: string; replaces: boolean; masked: boolean }) {
  const words = useWords();
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [isAsked, setAsked] = useState(false);
  const choose = useAct('choose_password');
  const checked = useChecklist(password);
  const isSame = password !== '' && password === again;

  const send = () => {
    setAsked(true);
    // The list may be a moment behind the keys: Rust judges, and the place to mend takes the focus.
    if (isSame) choose.mutate({ password, again }, { onError: focusFirstInvalid });
    else focusFirstInvalid();
  };
  const problem = () => {
    if (isAsked && password === '') return <Bilingual id="parent-missing" />;
    const isRefused = codeOf(choose.error) === 'password_refused' && checked?.accepted !== true;
    return isRefused ? <RefusalWords error={choose.error} /> : undefined;
  };
  const differs = refusedField(choose.error) === 'again' || (isAsked && !isSame);

  return (
    <Screen id={replaces ? 'parent-password-anew' : 'parent-password'} args={{ address }}>
      <Form onSubmit={send}>
        <PasswordField
          {...fieldWords(words, 'parent-password-field')}
          name="password"
          value={password}
          onChange={setPassword}
          isNew
          masked={masked}
          error={problem()}
        />
        <PasswordField
          {...fieldWords(words, 'parent-password-again')}
          name="again"
          value={again}
          onChange={setAgain}
          isNew
          masked={masked}
          error={differs ? <Bilingual id="parent-password-differs" /> : undefined}
        />
        <Checklist items={checkItems(checked, isSame)} />
        {codeOf(choose.error) !== 'password_refused' && <Refusal error={choose.error} fields={['again']} />}
        <Row>
          <Button type="submit" kind="primary" large icon="key" act="choose_password" isBusy={choose.isPending}>
            <Bilingual id="parent-password-choose" />
          </Button>
        </Row>
      </Form>
    </Screen>
  );
}
