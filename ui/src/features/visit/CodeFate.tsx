// What happened to the code's mail, with the server's words. Neither window of the staff ever has the code itself.
import { type CodeView, useAskAgainAt } from '../../backend';
import { useDates, useWords } from '../../l10n';

export function CodeFate({ code }: { code: CodeView }) {
  const words = useWords();
  const dates = useDates();
  useAskAgainAt('view_desk', code.expired ? null : code.expires_at);
  const isOver = code.expired || code.dead;
  return (
    <>
      {code.sent_at && <p>{words('visit-code-sent', { at: dates.hour(code.sent_at) })}</p>}
      {code.expires_at && !isOver && <p>{words('visit-code-expires', { at: dates.hour(code.expires_at) })}</p>}
      {code.trouble && <p>{words.of('trouble', code.trouble)}</p>}
      {code.server_words && (
        <p>
          {words('mail-server-words')} <q>{code.server_words}</q>
        </p>
      )}
      {code.wrong_entries > 0 && <p>{words('visit-code-wrong', { count: code.wrong_entries })}</p>}
    </>
  );
}
