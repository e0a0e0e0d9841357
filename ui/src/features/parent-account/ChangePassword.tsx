// Another password, for whoever knows the one before.
import { useState } from 'react';
import { codeOf, useAct } from '../../backend';
import { Button, Form, PasswordField, Row } from '../../components';
import { Bilingual, useWords } from '../../l10n';
import { fieldWords } from '../../parent/fieldWords';
import { focusFirstInvalid } from '../../parent/focusFirstInvalid';
import { Refusal, refusedField, RefusalWords } from '../../parent/Refusal';
import { Screen } from '../../parent/Screen';
import { NewPasswordFields, useNewPassword } from '../parent-password/NewPasswordFields';

export function ChangePassword({ masked, onBack, onChanged }: { masked: boolean; onBack: () => void; onChanged: () => void }) {
  const words = useWords();
  const [current, setCurrent] = useState('');
  const typed = useNewPassword();
  const [isAsked, setAsked] = useState(false);
  const change = useAct('change_password');
  const { password, again, isSame } = typed;

  const send = () => {
    setAsked(true);
    if (current === '' || !isSame) return focusFirstInvalid();
    change.mutate({ current, password, again }, { onSuccess: onChanged, onError: focusFirstInvalid });
  };
  const problem = () => {
    if (isAsked && current === '') return <Bilingual id="parent-missing" />;
    return refusedField(change.error) === 'current' ? <RefusalWords error={change.error} /> : undefined;
  };
  return (
    <Screen id="parent-change-password">
      <Form onSubmit={send}>
        <PasswordField
          {...fieldWords(words, 'parent-current-password')}
          name="current"
          value={current}
          onChange={setCurrent}
          masked={masked}
          error={problem()}
        />
        <NewPasswordFields id="parent-new-password" typed={typed} error={change.error} isAsked={isAsked} masked={masked} />
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
