// The end of a visit: what was done, or why it stopped, and the way to the next family.
import { useAct, type VisitView } from '../../backend';
import { Button, Failed, Notice } from '../../components';
import { useMainAct } from '../../desk/mainAct';
import { useWords } from '../../l10n';
import { SlipButton } from '../slip/Slip';
import { useResume } from './Interrupted';

export function Ended({ visit, mayResume }: {
  visit: VisitView;
  /** It stopped before its end, and something was said in it. */
  mayResume: boolean;
}) {
  const resume = useResume();
  const words = useWords();
  const end = useAct('end_visit');
  const close = useAct('close_visit');
  const isGood = visit.end === null || visit.end === 'done';
  const count = visit.children.filter((child) => child.in_this_visit).length;
  const next = () => {
    if (visit.end === null) end.mutate({ cause: 'done' }, { onSuccess: () => close.mutate(null) });
    else close.mutate(null);
  };
  useMainAct(next);
  return (
    <Notice
      kind={isGood ? 'good' : 'warning'}
      title={isGood ? words('visit-summary', { count }) : words('visit-ended', { cause: words.of('end-cause', visit.end ?? 'done') })}
      actions={
        <>
          <SlipButton number={visit.number} />
          <Button kind="primary" icon="arrow" iconAfter act="close_visit" isBusy={end.isPending || close.isPending} onPress={next}>
            {words('visit-close')}
          </Button>
        </>
      }
    >
      <p>{words(isGood ? 'visit-summary-what' : visit.diagnosis ? `diagnosis-${visit.diagnosis.what}.what` : 'visit-ended-what')}</p>
      {mayResume && (
        <Button icon="back" act="resume_visit" isBusy={resume.isPending} onPress={() => resume.resume(visit.id)}>
          {words('visit-resume')}
        </Button>
      )}
      <Failed error={end.error ?? close.error ?? resume.error} />
    </Notice>
  );
}
