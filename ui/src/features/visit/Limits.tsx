// The limits that hold now, each with what lifts it: time, a new code, or an act that is journalled (domain.md §5).
import { type LimitLine, useAct, useAnswer, useAskAgainAt } from '../../backend';
import { Button, Card, Failed, Icon, Name } from '../../components';
import { useDates, useWords } from '../../l10n';
import styles from './Limits.module.css';

/** Those of the whole desk, while no visit is under way. */
export function AllLimits() {
  const limits = useAnswer('list_limits', null);
  return <Limits limits={limits.data ?? []} />;
}

export function Limits({ limits }: { limits: readonly LimitLine[] }) {
  const words = useWords();
  const untils = limits.flatMap((limit) => limit.until ?? []);
  useAskAgainAt('list_limits', untils.toSorted()[0] ?? null);
  if (limits.length === 0) return null;
  return (
    <Card title={words('limits-title')}>
      <ul className={styles.list}>
        {limits.map((limit) => (
          <Limit key={`${limit.limit} ${limit.address ?? ''} ${limit.student?.id ?? ''}`} limit={limit} />
        ))}
      </ul>
    </Card>
  );
}

function Limit({ limit }: { limit: LimitLine }) {
  const words = useWords();
  const dates = useDates();
  const unlock = useAct('unlock_claims');
  const { student } = limit;
  return (
    <li className={styles.limit}>
      <Icon name="lock" />
      <span className={styles.words}>
        <strong>{words.of('limit', limit.limit)}</strong>
        {limit.address && <bdi className={styles.address}>{limit.address}</bdi>}
        {student && <Name person={student} />}
        <span className={styles.note}>
          {limit.until ? words('limits-until', { at: dates.moment(limit.until) }) : words(`limit-${limit.limit.replaceAll('_', '-')}.lifted`)}
        </span>
        <Failed error={unlock.error} />
      </span>
      {student && (
        <Button icon="key" act="unlock_claims" isBusy={unlock.isPending} onPress={() => unlock.mutate({ student_id: student.id })}>
          {words('student-unlock')}
        </Button>
      )}
    </li>
  );
}
