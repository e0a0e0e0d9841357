// The mail that waits, and what became of the rest. The text of a mail is not here: it is made at each sending.
import { type OutboxLine, useAct, useAnswer } from '../../backend';
import { Busy, Button, classes, type Column, EmptyState, Failed, Icon, type IconName, Notice, Page, Table } from '../../components';
import { useDates, useWords } from '../../l10n';
import styles from './Outbox.module.css';

const ICONS: Record<OutboxLine['state'], IconName> = {
  waiting: 'clock',
  sending: 'mail',
  done: 'check',
  will_retry: 'clock',
  needs_you: 'alert',
  dropped: 'close',
};

export function Outbox({ mailServerSet, isDemo }: { mailServerSet: boolean; isDemo: boolean }) {
  const words = useWords();
  const dates = useDates();
  const outbox = useAnswer('list_outbox', null);
  const columns: Column<OutboxLine>[] = [
    { id: 'state', label: words('mail-column-state'), isRowHeader: true, cell: (line) => <State line={line} /> },
    { id: 'kind', label: words('mail-column-kind'), cell: (line) => words.of('mail-kind', line.kind) },
    { id: 'address', label: words('mail-column-address'), cell: (line) => <bdi>{line.address}</bdi> },
    {
      id: 'when',
      label: words('mail-column-when'),
      cell: (line) => (
        <span className={styles.lines}>
          <span>{dates.moment(line.done_at ?? line.created_at)}</span>
          {line.due_at && !line.done_at && line.tries > 0 && <span>{words('mail-next-try', { at: dates.hour(line.due_at) })}</span>}
        </span>
      ),
    },
    { id: 'act', label: words('mail-column-act'), isLabelHidden: true, cell: (line) => <Retry line={line} /> },
  ];
  return (
    <Page title={words('mail-title')} lead={words(isDemo ? 'mail-lead-demo' : 'mail-lead')}>
      {!mailServerSet && !isDemo && (
        <Notice kind="warning" live={false} title={words('mail-no-server')}>
          {words('mail-no-server-why')}
        </Notice>
      )}
      <Failed error={outbox.error} />
      {outbox.isPending && <Busy />}
      {outbox.data &&
        (outbox.data.length > 0 ? (
          <Table caption={words('mail-title')} columns={columns} rows={outbox.data} keyOf={(line) => line.id} />
        ) : (
          <EmptyState icon="mail" title={words('mail-empty')}>
            {words('mail-empty-what')}
          </EmptyState>
        ))}
    </Page>
  );
}

function State({ line }: { line: OutboxLine }) {
  const words = useWords();
  const isStuck = line.state === 'needs_you' || line.state === 'will_retry';
  return (
    <span className={styles.lines} data-state={line.state}>
      <span className={classes(styles.state, isStuck && styles.stuck)}>
        <Icon name={ICONS[line.state]} /> {words.of('mail-state', line.state)}
      </span>
      {line.trouble && <span>{words.of('trouble', line.trouble)}</span>}
      {line.server_words && <q>{line.server_words}</q>}
      {line.tries > 1 && <span>{words('mail-tries', { count: line.tries })}</span>}
    </span>
  );
}

function Retry({ line }: { line: OutboxLine }) {
  const words = useWords();
  const retry = useAct('retry_mail');
  if (line.state !== 'needs_you' && line.state !== 'will_retry') return null;
  return (
    <>
      <Button act="retry_mail" isBusy={retry.isPending} onPress={() => retry.mutate({ mail_id: line.id })}>
        {words('mail-retry')}
      </Button>
      <Failed error={retry.error} />
    </>
  );
}
