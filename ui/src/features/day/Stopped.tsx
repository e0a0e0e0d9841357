// Visits that stopped, and the families that went away without what they came for: reached, or not (domain.md §13).
import { type CallOutcome, type StoppedLine, useAct } from '../../backend';
import { Button, type Column, Failed, Name, Row, Table } from '../../components';
import { useDates, useWords } from '../../l10n';

export function Stopped({ lines }: { lines: readonly StoppedLine[] }) {
  const words = useWords();
  const dates = useDates();
  const call = useAct('call_back');
  if (lines.length === 0) return <p>{words('day-stopped-none')}</p>;
  const press = (line: StoppedLine, outcome: CallOutcome) => (
    <Button
      act={`call_back_${outcome}`}
      isBusy={call.isPending && call.variables.visit_id === line.visit_id}
      onPress={() => call.mutate({ visit_id: line.visit_id, outcome })}
    >
      {words(outcome === 'reached' ? 'day-call-reached' : 'day-call-not-reached')}
    </Button>
  );
  const columns: Column<StoppedLine>[] = [
    {
      id: 'number',
      label: words('day-stopped-number'),
      isRowHeader: true,
      cell: (line) => (
        <>
          {line.number}
          {line.ended_at && ` · ${dates.moment(line.ended_at)}`}
        </>
      ),
    },
    { id: 'cause', label: words('day-stopped-cause'), cell: (line) => words.of('end-cause', line.cause) },
    {
      id: 'family',
      label: words('day-stopped-family'),
      cell: (line) => (
        <>
          {line.adult ? <Name person={line.adult} /> : words('day-nobody')}
          {line.child && (
            <>
              {' · '}
              <bdi>{line.child}</bdi>
            </>
          )}
        </>
      ),
    },
    { id: 'phone', label: words('guardian-phone'), cell: (line) => <bdi>{line.adult?.phone ?? words('day-no-phone')}</bdi> },
    {
      id: 'call',
      label: words('day-stopped-call'),
      cell: (line) => (
        <>
          {line.outcome && line.called_at && (
            <p>
              {words.of('call-outcome', line.outcome)} · {dates.moment(line.called_at)}
            </p>
          )}
          {line.to_call && (
            <Row>
              {press(line, 'reached')}
              {press(line, 'not_reached')}
            </Row>
          )}
        </>
      ),
    },
  ];
  return (
    <>
      <Table caption={words('day-stopped')} columns={columns} rows={lines} keyOf={(line) => line.visit_id} />
      <Failed error={call.error} />
    </>
  );
}
