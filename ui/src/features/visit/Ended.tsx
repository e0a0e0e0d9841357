// The end of a visit: what was done, or why it stopped, and the way to the next family.
import { useAct, type VisitView } from '../../backend';
import { Button, Failed, Notice } from '../../components';
import { useWords } from '../../l10n';

export function Ended({ visit }: { visit: VisitView }) {
  const words = useWords();
  const close = useAct('close_visit');
  const isGood = visit.end === null || visit.end === 'done';
  const count = visit.children.filter((child) => child.in_this_visit).length;
  return (
    <Notice
      kind={isGood ? 'good' : 'warning'}
      title={isGood ? words('visit-summary', { count }) : words('visit-ended', { cause: words.of('end-cause', visit.end ?? 'done') })}
      actions={
        <Button kind="primary" icon="arrow" iconAfter act="close_visit" isBusy={close.isPending} onPress={() => close.mutate(null)}>
          {words('visit-close')}
        </Button>
      }
    >
      <p>{words(isGood ? 'visit-summary-what' : visit.end === 'halted' ? 'visit-halted-what' : 'visit-ended-what')}</p>
      <Failed error={close.error} />
    </Notice>
  );
}
