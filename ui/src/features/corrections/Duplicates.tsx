// Adults of the registry who may be one person, side by side: made one, or said to be two. A merge can be undone for as
// long as nothing else has changed them.
import { type AlikePair, type MergedLine, useAct, useAnswer } from '../../backend';
import { Busy, Button, Card, EmptyState, Failed, Name, Notice, Page, Stack } from '../../components';
import { useDates, useWords } from '../../l10n';
import { PairCard } from './PairCard';
import styles from './Duplicates.module.css';

const keyOf = (pair: AlikePair) => `${pair.one.guardian.id}-${pair.other.guardian.id}`;

export function Duplicates() {
  const words = useWords();
  const alike = useAnswer('list_alike_guardians', null);
  const pairs = alike.data?.pairs ?? [];
  const merged = alike.data?.merged ?? [];
  return (
    <Page title={words('duplicates-title')} lead={words('duplicates-lead')}>
      <Failed error={alike.error} />
      {alike.isPending && <Busy />}
      {alike.data && pairs.length === 0 && (
        <EmptyState icon="check" title={words('duplicates-empty')}>
          {words('duplicates-empty-what')}
        </EmptyState>
      )}
      <Stack>
        {pairs.map((pair) => (
          <PairCard key={keyOf(pair)} pair={pair} />
        ))}
      </Stack>
      {alike.data?.more && <Notice kind="info" live={false}>{words('duplicates-more')}</Notice>}
      {merged.length > 0 && (
        <Card title={words('duplicates-merged')}>
          <ul className={styles.list}>
            {merged.map((merge) => (
              <Merged key={merge.id} merge={merge} />
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}

function Merged({ merge }: { merge: MergedLine }) {
  const words = useWords();
  const dates = useDates();
  const undo = useAct('undo_merge');
  return (
    <li className={styles.merged}>
      <span className={styles.words}>
        <strong><Name person={merge.guardian ?? merge.one} /></strong>
        <span className={styles.note}>
          {words('duplicates-from')} <bdi>{[merge.one.email, merge.other.email].filter(Boolean).join(' · ')}</bdi>
        </span>
        <span className={styles.note}>
          {words('duplicates-merged-by', { user: merge.merged_by, at: dates.moment(merge.merged_at) })}
        </span>
      </span>
      <Button icon="back" act="undo_merge" isBusy={undo.isPending} onPress={() => undo.mutate({ merge_id: merge.id })}>
        {words('duplicates-undo')}
      </Button>
      <Failed error={undo.error} />
    </li>
  );
}
