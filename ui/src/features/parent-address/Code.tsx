// The code that came by e-mail. Whether one was sent is never said, only what to do.
import { useState } from 'react';
import { useAct } from '../../backend';
import { Button, CodeField, Form, Notice, Row } from '../../components';
import { Bilingual, useWords } from '../../l10n';
import { fieldWords } from '../../parent/fieldWords';
import { focusFirstInvalid } from '../../parent/focusFirstInvalid';
import { Refusal, refusedField, RefusalWords } from '../../parent/Refusal';
import { Screen } from '../../parent/Screen';

const DIGITS = 6;

export function Code({ address, masked, isNew = false }: {
  address: string;
  masked: boolean;
  /** The account is to have this address: whoever is signed in may be told that a code was sent. */
  isNew?: boolean;
}) {
  const words = useWords();
  const [code, setCode] = useState('');
  const [isShort, setShort] = useState(false);
  const enter = useAct('enter_code');
  const again = useAct('ask_code_again');
  const startOver = useAct('start_over');
  const answer = enter.data;
  const isDead = answer?.answer === 'dead' || answer?.answer === 'taken';

  const send = () => {
    setShort(code.length !== DIGITS);
    if (code.length !== DIGITS) return focusFirstInvalid();
    again.reset();
    enter.mutate(
      { code },
      {
        // A code is typed once: whatever the answer, the field is empty again, and what is wrong with it is read.
        onSettled: () => {
          setCode('');
          focusFirstInvalid();
        },
      },
    );
  };
  const askAgain = () => {
    enter.reset();
    setCode('');
    setShort(false);
    again.mutate(null);
  };
  const problem = () => {
    if (isShort) return <Bilingual id="parent-missing-code" />;
    if (refusedField(enter.error) === 'code') return <RefusalWords error={enter.error} />;
    return answer?.answer === 'wrong' ? <Bilingual id="parent-code-wrong" args={{ tries: answer.tries_left }} /> : undefined;
  };

  return (
    <Screen id={isNew ? 'parent-new-address-code' : 'parent-code'} args={{ address }}>
      {answer?.answer === 'taken' && (
        <Notice kind="warning" title={<Bilingual id="parent-new-address-taken" />}>
          <Bilingual id="parent-new-address-taken.body" />
        </Notice>
      )}
      {answer?.answer === 'dead' && (
        <Notice kind="warning" title={<Bilingual id="parent-code-dead" />}>
          <Bilingual id="parent-code-dead.body" />
        </Notice>
      )}
      {again.isSuccess && (
        <Notice kind="good">
          <Bilingual id={isNew ? 'parent-new-address-again' : 'parent-code-again-done'} />
        </Notice>
      )}
      <Form onSubmit={send}>
        {/* It stays when the code is dead: the secretary may have sent another, of which this window is not told. */}
        <CodeField
          {...fieldWords(words, 'parent-code-field')}
          value={code}
          onChange={(typed) => {
            setCode(typed);
            setShort(false);
          }}
          masked={masked}
          error={problem()}
        />
        <Refusal error={enter.error ?? again.error ?? startOver.error} fields={['code']} />
        <Row>
          <Button
            type="submit"
            kind={isDead ? 'secondary' : 'primary'}
            large
            icon="arrow"
            iconAfter
            act="enter_code"
            isBusy={enter.isPending}
          >
            <Bilingual id="parent-code-enter" />
          </Button>
          <Button
            kind={answer?.answer === 'dead' ? 'primary' : 'secondary'}
            large
            icon="mail"
            act="ask_code_again"
            isBusy={again.isPending}
            onPress={askAgain}
          >
            <Bilingual id="parent-code-again" />
          </Button>
          <Button kind={answer?.answer === 'taken' ? 'primary' : 'quiet'} large icon="back" act="start_over" isBusy={startOver.isPending} onPress={() => startOver.mutate(null)}>
            <Bilingual id={isNew ? 'parent-new-address-other' : 'parent-code-other-address'} />
          </Button>
        </Row>
      </Form>
      <Notice kind="info" live={false}>
        <Bilingual id={isNew ? 'parent-new-address-code.note' : 'parent-code.note'} />
      </Notice>
    </Screen>
  );
}
