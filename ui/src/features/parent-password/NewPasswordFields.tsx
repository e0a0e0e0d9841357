// A new password, typed twice over the list of its rules (domain.md §5). The rules are judged in Rust at each key.
import { useState } from 'react';
import { type BackendError, codeOf } from '../../backend';
import { PasswordField } from '../../components';
import { Bilingual, useWords } from '../../l10n';
import { fieldWords } from '../../parent/fieldWords';
import { refusedField, RefusalWords } from '../../parent/Refusal';
import { Checklist } from './Checklist';
import { checkItems } from './checklist';
import { useChecklist } from './useChecklist';

/** What is typed so far, and what the rules say of it. */
export function useNewPassword() {
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const checked = useChecklist(password);
  return { password, setPassword, again, setAgain, checked, isSame: password !== '' && password === again };
}

export function NewPasswordFields({ id, typed, error, isAsked, masked }: {
  /** The words of the first of the two fields. */
  id: string;
  typed: ReturnType<typeof useNewPassword>;
  /** What Rust answered to the act. */
  error: BackendError | null;
  /** The parent has tried to go on: what is missing is told. */
  isAsked: boolean;
  masked: boolean;
}) {
  const words = useWords();
  const { password, setPassword, again, setAgain, checked, isSame } = typed;
  const problem = () => {
    if (isAsked && password === '') return <Bilingual id="parent-missing" />;
    const isRefused = codeOf(error) === 'password_refused' && checked?.accepted !== true;
    return isRefused ? <RefusalWords error={error} /> : undefined;
  };
  const differs = refusedField(error) === 'again' || (isAsked && !isSame);
  return (
    <>
      <PasswordField
        {...fieldWords(words, id)}
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
    </>
  );
}
