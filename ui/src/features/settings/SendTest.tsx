// A test mail, and what the server said of it.
import { useState } from 'react';
import { useAct } from '../../backend';
import { Button, Failed, Form, Notice, Row, TextField } from '../../components';
import { useWords } from '../../l10n';

export function SendTest() {
  const words = useWords();
  const send = useAct('send_test_mail');
  const [to, setTo] = useState('');
  const result = send.data;
  return (
    <Form
      onSubmit={() => {
        if (to.trim() !== '') send.mutate({ to: to.trim() });
      }}
    >
      <TextField {...words.field('mail-test-to')} name="to" ltr value={to} onChange={setTo} />
      <Failed error={send.error} />
      {result && (
        <Notice kind={result.sent ? 'good' : 'bad'} title={words(result.sent ? 'mail-test-sent' : 'mail-test-not-sent')}>
          {result.trouble && <p>{words.of('trouble', result.trouble)}</p>}
          {result.server_words && (
            <p>
              {words('mail-server-words')} <q>{result.server_words}</q>
            </p>
          )}
        </Notice>
      )}
      <Row align="end">
        <Button type="submit" icon="mail" act="send_test_mail" isBusy={send.isPending}>
          {words('mail-test-do')}
        </Button>
      </Row>
    </Form>
  );
}
