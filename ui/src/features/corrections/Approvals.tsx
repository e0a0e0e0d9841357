// The corrections that wait for someone to decide, and what became of the last ones.
import { type ProposalLine, useAnswer } from '../../backend';
import { Busy, Card, type Column, EmptyState, Failed, Name, Page, Table } from '../../components';
import { useDates, useWords } from '../../l10n';
import { ProposalList } from './Proposal';

export function Approvals() {
  const words = useWords();
  const proposals = useAnswer('list_proposals', null);
  const pending = proposals.data?.pending ?? [];
  const closed = proposals.data?.closed ?? [];
  return (
    <Page title={words('approvals-title')} lead={words('approvals-lead')}>
      <Failed error={proposals.error} />
      {proposals.isPending && <Busy />}
      {proposals.data && pending.length === 0 && (
        <EmptyState icon="check" title={words('approvals-empty')}>
          {words('approvals-empty-what')}
        </EmptyState>
      )}
      {pending.length > 0 && <ProposalList proposals={pending} showsChild />}
      {closed.length > 0 && (
        <Card title={words('approvals-closed')}>
          <Closed proposals={closed} />
        </Card>
      )}
    </Page>
  );
}

function Closed({ proposals }: { proposals: readonly ProposalLine[] }) {
  const words = useWords();
  const dates = useDates();
  const columns: Column<ProposalLine>[] = [
    { id: 'kind', label: words('approvals-column-kind'), isRowHeader: true, cell: (one) => words.of('proposal-kind', one.kind) },
    { id: 'child', label: words('proposal-child'), cell: (one) => <Name person={one.student} /> },
    { id: 'adult', label: words('guardian-adult'), cell: (one) => one.guardian && <Name person={one.guardian} /> },
    {
      id: 'state',
      label: words('approvals-column-state'),
      cell: (one) => (
        <>
          {words.of('proposal-state', one.state)}
          {one.reason && ` · ${words.of('refusal', one.reason)}`}
        </>
      ),
    },
    {
      id: 'by',
      label: words('journal-actor'),
      cell: (one) => <bdi>{[one.proposed_by, one.decided_by !== one.proposed_by && one.decided_by].filter(Boolean).join(', ')}</bdi>,
    },
    { id: 'at', label: words('journal-at'), cell: (one) => one.decided_at && dates.moment(one.decided_at) },
  ];
  return <Table caption={words('approvals-closed')} columns={columns} rows={proposals} keyOf={(one) => one.id} />;
}
