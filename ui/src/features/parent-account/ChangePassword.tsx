// Another password, for whoever knows the one before; the rules are judged in Rust at each key.
import { useState } from 'react';
import { codeOf, useAct } from '../../backend';
import { Button, Form, PasswordField, Row } from '../../components';
import { Bilingual, useWords } from '../../l10n';
import { fieldWords } from '../../parent/fieldWords';
import { focusFirstInvalid } from '../../parent/focusFirstInvalid';
import { Refusal, refusedField, RefusalWords } from '../../parent/Refusal';
import { Screen } from '../../parent/Screen';
import { Checklist } from '../parent-password/Checklist';
import { checkItems } from '../parent-password/checklist';
import { useChecklist } from '../parent-password/useChecklist';

export function ChangePassword({ masked, onBack, onChanged }: { masked: boolean; onBack: () => void; onChanged: () => void }) {
  const words = useWords();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [isAsked, setAsked] = useState(false);
  const change = useAct('change_password');
  const checked = useChecklist(password);
  const isSame = password !== '' && password === again;

  const send = () => {
    setAsked(true);
    if (current === '' || !isSame) return focusFirstInvalid();
    change.mutate({ current, password, again }, { onSuccess: onChanged, onError: focusFirstInvalid });
  };
  const missing = (value: string) => (isAsked && value === '' ? <Bilingual id="parent-missing" /> : undefined);
  const ofCurrent = () =>
    missing(current) ?? (refusedField(change.error) === 'current' ? <RefusalWords error={change.error} /> : undefined);
  const ofNew = () => {
    const isRefused = codeOf(change.error) === 'password_refused' && checked?.accepted !== true;
    return missing(password) ?? (isRefused ? <RefusalWords error={change.error} /> : undefined);
  };
  const differs = refusedField(change.error) === 'again' || (isAsked && !isSame);
  return (
    <Screen id="parent-change-password">
      <Form onSubmit={send}>
        <PasswordField
          {...fieldWords(words, 'parent-current-password')}
          name="current"
          value={current}
          onChange={setCurrent}
          masked={masked}
          error={ofCurrent()}
        />
        <PasswordField
          {...fieldWords(words, 'parent-new-password')}
          name="password"
          value={password}
          onChange={setPassword}
          isNew
          masked={masked}
          error={ofNew()}
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
        {codeOf(change.error) !== 'password_refused' && <Refusal error={change.error} fields={['again', 'current']} />}
        <Row>
          <Button type="submit" kind="primary" large icon="key" act="change_password" isBusy={change.isPending}>
            <Bilingual id="parent-password-choose" />
          </Button>
          <Button kind="quiet" large icon="back" act="back" onPress={onBack}>
            <Bilingual id="parent-change-password-back" />
          </Button>
        </Row>
      </Form>
    </Screen>
  );
}
