// What the parent reads of a claim, and what to do next. Which field was wrong is the secretary's to see (domain.md §4).
import { type ClaimAnswer, useAct } from '../../backend';
import { Button, Notice, type NoticeKind } from '../../components';
import { Bilingual } from '../../l10n';
import { Refusal } from '../../parent/Refusal';

/** The message of an answer, or null where the child itself is the answer. */
export function answerId(answer: ClaimAnswer): string | null {
  switch (answer.answer) {
    case 'matched':
    case 'already_tied':
      return null;
    case 'number_unreadable':
      return answer.look_alike ? 'parent-claim-look-alike' : 'parent-claim-number-unreadable';
    default:
      return `parent-claim-${answer.answer.replaceAll('_', '-')}`;
  }
}

/** After these answers only the desk can go on. */
const DESK_ONLY: readonly ClaimAnswer['answer'][] = ['see_secretary', 'paused'];

export function ClaimAnswerNotice({ answer }: { answer: ClaimAnswer }) {
  const id = answerId(answer);
  if (id === null) return null;
  return DESK_ONLY.includes(answer.answer) ? <AskDesk id={id} kind="warning" /> : <Words id={id} />;
}

/** Adult education and vocational training enrol by themselves: where to go, before anything else is asked for. */
export function AdultEducation() {
  return <AskDesk id="parent-claim-adult-where" kind="info" />;
}

/** In place of the answer, while the secretary helps. */
export function Correcting() {
  return <Words id="parent-claim-correcting" kind="info" />;
}

function Words({ id, kind = 'warning' }: { id: string; kind?: NoticeKind }) {
  return (
    <Notice kind={kind} title={<Bilingual id={id} />}>
      <Bilingual id={`${id}.body`} />
    </Notice>
  );
}

function AskDesk({ id, kind }: { id: string; kind: NoticeKind }) {
  const ask = useAct('ask_for_help');
  return (
    <Notice
      kind={kind}
      title={<Bilingual id={id} />}
      actions={
        <Button icon="hand" act="ask_desk" isBusy={ask.isPending} onPress={() => ask.mutate(null)}>
          <Bilingual id="parent-help" />
        </Button>
      }
    >
      <Bilingual id={`${id}.body`} />
      <Refusal error={ask.error} />
    </Notice>
  );
}
