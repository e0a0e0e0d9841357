// The visits set aside while something is on its way: which family, since when, what it waits for, and the way back to it.
import { type AsideLine, useAct, useAskAgainAt } from '../../backend';
import { Button, Card, Failed, Icon, Name } from '../../components';
import { useGoTo } from '../../desk/rooms';
import { useDates, useWords, type Words } from '../../l10n';
import styles from './Aside.module.css';

/** Takes a visit up again, and shows it. */
export function useTakeUp() {
  const goTo = useGoTo();
  const take = useAct('take_up_visit');
  return {
    error: take.error,
    isPending: take.isPending,
    takeUp: (line: AsideLine) => take.mutate({ visit_id: line.id }, { onSuccess: () => goTo({ name: 'visit' }) }),
  };
}

/** What it waits for, in a few words: of a code, how far its mail is. */
export function awaited(words: Words, line: AsideLine): string {
  if (line.needs_help) return words('visit-needs-help');
  if (line.awaits !== 'code' || line.code === null) return words.of('aside-awaits', line.awaits);
  if (line.code.expired || line.code.dead) return words('aside-code-over');
  return words('aside-code', { state: words.of('mail-state', line.code.mail) });
}

export function AsideCard({ aside }: { aside: readonly AsideLine[] }) {
  const words = useWords();
  const { takeUp, isPending, error } = useTakeUp();
  if (aside.length === 0) return null;
  return (
    <Card title={words('aside-title')}>
      <ul className={styles.list}>
        {aside.map((line) => (
          <Line key={line.id} line={line} isBusy={isPending} onTakeUp={() => takeUp(line)} />
        ))}
      </ul>
      <Failed error={error} />
    </Card>
  );
}

function Line({ line, isBusy, onTakeUp }: { line: AsideLine; isBusy: boolean; onTakeUp: () => void }) {
  const words = useWords();
  const dates = useDates();
  useAskAgainAt('view_desk', line.code === null || line.code.expired ? null : line.code.expires_at);
  return (
    <li className={styles.line}>
      <span className={styles.words}>
        <strong>{words('visit-title', { number: line.number })}</strong>
        {line.adult && <Name person={line.adult} />}
        <span>
          <Icon name="clock" /> {awaited(words, line)}
        </span>
        <span className={styles.note}>{words('aside-since', { at: dates.hour(line.since) })}</span>
      </span>
      <Button icon="arrow" iconAfter act={`take_up_visit_${String(line.number)}`} isBusy={isBusy} onPress={onTakeUp}>
        {words('aside-take-up')}
      </Button>
    </li>
  );
}
