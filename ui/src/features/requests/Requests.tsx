// What families ask of the school: new, called, closed, and no more. A closed one goes by itself.
import { type RequestLine, useAnswer } from '../../backend';
import { Busy, Card, type Column, EmptyState, Failed, Page, Table } from '../../components';
import { useDates, useWords } from '../../l10n';
import { ChildOf, Request, StateActs } from './Request';
import styles from './Requests.module.css';
import { TakeDown } from './TakeDown';

export function Requests() {
  const words = useWords();
  const requests = useAnswer('list_requests', null);
  const open = requests.data?.open ?? [];
  const closed = requests.data?.closed ?? [];
  return (
    <Page title={words('requests-title')} lead={words('requests-lead')} aside={<TakeDown kind="primary" />}>
      <Failed error={requests.error} />
      {requests.isPending && <Busy />}
      {requests.data && open.length === 0 && (
        <EmptyState icon="check" title={words('requests-empty')}>
          {words('requests-empty-what')}
        </EmptyState>
      )}
      <ul className={styles.list}>
        {open.map((request) => (
          <Request key={request.id} request={request} />
        ))}
      </ul>
      {closed.length > 0 && (
        <Card title={words('requests-closed')}>
          <Closed requests={closed} />
        </Card>
      )}
    </Page>
  );
}

function Closed({ requests }: { requests: readonly RequestLine[] }) {
  const words = useWords();
  const dates = useDates();
  const columns: Column<RequestLine>[] = [
    { id: 'kind', label: words('requests-kind'), isRowHeader: true, cell: (one) => words.of('request-kind', one.kind) },
    { id: 'child', label: words('proposal-child'), cell: (one) => <ChildOf request={one} /> },
    { id: 'at', label: words('requests-taken'), cell: (one) => dates.moment(one.taken_at) },
    { id: 'again', label: words('requests-again'), isLabelHidden: true, cell: (one) => <StateActs request={one} states={['new']} /> },
  ];
  return <Table caption={words('requests-closed')} columns={columns} rows={requests} keyOf={(one) => one.id} />;
}
