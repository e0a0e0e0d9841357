// Visits that stopped before their end: for a day each is taken up with what was already said, or dropped (domain.md §13).
import { type InterruptedLine, useAct } from '../../backend';
import { Button, Card, Failed, Name, Row } from '../../components';
import { useGoTo } from '../../desk/rooms';
import { useDates, useWords } from '../../l10n';
import styles from './Aside.module.css';

export function InterruptedCard({ interrupted }: { interrupted: readonly InterruptedLine[] }) {
  const words = useWords();
  const resume = useResume();
  const drop = useAct('drop_visit');
  if (interrupted.length === 0) return null;
  return (
    <Card title={words('interrupted-title')}>
      <p className={styles.note}>{words('interrupted-what')}</p>
      <ul className={styles.list}>
        {interrupted.map((line) => (
          <li key={line.id} className={styles.line}>
            <Facts line={line} />
            <Row>
              <Button icon="arrow" iconAfter act={`resume_visit_${String(line.number)}`} isBusy={resume.isPending} onPress={() => resume.resume(line.id)}>
                {words('aside-take-up')}
              </Button>
              <Button
                kind="quiet"
                icon="close"
                act={`drop_visit_${String(line.number)}`}
                isBusy={drop.isPending}
                onPress={() => drop.mutate({ visit_id: line.id })}
              >
                {words('interrupted-drop')}
              </Button>
            </Row>
          </li>
        ))}
      </ul>
      <Failed error={resume.error ?? drop.error} />
    </Card>
  );
}

/** Takes a visit up that had stopped, and shows it. */
export function useResume() {
  const goTo = useGoTo();
  const resume = useAct('resume_visit');
  return {
    error: resume.error,
    isPending: resume.isPending,
    resume: (visit_id: string) => resume.mutate({ visit_id }, { onSuccess: () => goTo({ name: 'visit' }) }),
  };
}

function Facts({ line }: { line: InterruptedLine }) {
  const words = useWords();
  const dates = useDates();
  return (
    <span className={styles.words}>
      <strong>{words('visit-title', { number: line.number })}</strong>
      {line.adult ? <Name person={line.adult} /> : line.address && <bdi>{line.address}</bdi>}
      <span>{words('visit-ended', { cause: words.of('end-cause', line.cause) })}</span>
      <span className={styles.note}>
        {line.left_at && `${words.of('visit-step', line.left_at)} `}
        {dates.moment(line.changed_at)}
      </span>
    </span>
  );
}
