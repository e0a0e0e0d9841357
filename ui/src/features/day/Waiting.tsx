// Everything that waits, whatever it is, each in one of the same states (domain.md §13).
import type { WaitingLine } from '../../backend';
import { Button, type Column, Table } from '../../components';
import { type Room, useGoTo } from '../../desk/rooms';
import { useDates, useWords } from '../../l10n';

const ROOMS = {
  mail: { name: 'mail' },
  approval: { name: 'approvals' },
  import: { name: 'import' },
  request: { name: 'requests' },
} as const satisfies Record<WaitingLine['kind'], Room>;

export function Waiting({ lines }: { lines: readonly WaitingLine[] }) {
  const words = useWords();
  const dates = useDates();
  const goTo = useGoTo();
  if (lines.length === 0) return <p>{words('day-waiting-none')}</p>;
  const columns: Column<WaitingLine>[] = [
    {
      id: 'state',
      label: words('day-waiting-state'),
      isRowHeader: true,
      cell: (line) => (
        <>
          {words.of('mail-state', line.state)}
          {line.trouble && ` · ${words.of('trouble', line.trouble)}`}
          {line.due_at && ` · ${words('mail-next-try', { at: dates.hour(line.due_at) })}`}
        </>
      ),
    },
    {
      id: 'what',
      label: words('day-waiting-what'),
      cell: (line) => (line.mail ? words.of('mail-kind', line.mail) : line.correction ? words.of('proposal-kind', line.correction) : line.request ? words.of('request-kind', line.request) : words.of('waiting-kind', line.kind)),
    },
    { id: 'about', label: words('day-waiting-about'), cell: (line) => <bdi>{line.about}</bdi> },
    { id: 'since', label: words('day-waiting-since'), cell: (line) => dates.moment(line.since) },
    {
      id: 'act',
      label: words('day-act'),
      isLabelHidden: true,
      cell: (line) =>
        line.state !== 'dropped' && (
          <Button kind="quiet" icon="arrow" iconAfter act={`go_to_${line.kind}`} onPress={() => goTo(ROOMS[line.kind])}>
            {words.of('waiting-kind', line.kind)}
          </Button>
        ),
    },
  ];
  return <Table caption={words('day-waiting')} columns={columns} rows={lines} keyOf={(_, place) => String(place)} />;
}
