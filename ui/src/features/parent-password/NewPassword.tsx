// A password chosen, for a new account or anew for the one there is.
import { useState } from 'react';
import { codeOf, useAct } from '../../backend';
import { Button, Form, Row } from '../../components';
import { Bilingual } from '../../l10n';
import { focusFirstInvalid } from '../../parent/focusFirstInvalid';
import { Refusal } from '../../parent/Refusal';
import { Screen } from '../../parent/Screen';
import { NewPasswordFields, useNewPassword } from './NewPasswordFields';

export function NewPassword({ address, replaces, masked }: { address: string; replaces: boolean; masked: boolean }) {
  const typed = useNewPassword();
  const [isAsked, setAsked] = useState(false);
  const choose = useAct('choose_password');
  const { password, again, isSame } = typed;

  const send = () => {
    setAsked(true);
    // The list may be a moment behind the keys: Rust judges, and the place to mend takes the focus.
    if (isSame) choose.mutate({ password, again }, { onError: focusFirstInvalid });
    else focusFirstInvalid();
  };

  return (
    <Screen id={replaces ? 'parent-password-anew' : 'parent-password'} args={{ address }}>
      <Form onSubmit={send}>
        <NewPasswordFields id="parent-password-field" typed={typed} error={choose.error} isAsked={isAsked} masked={masked} />
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
