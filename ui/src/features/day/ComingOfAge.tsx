// Students who are of age soon: from that day on no adult sees anything of them without their agreement (domain.md §6).
import type { ComingOfAge as Line } from '../../backend';
import { Button, type Column, Name, Table } from '../../components';
import { useGoTo } from '../../desk/rooms';
import { useDates, useWords } from '../../l10n';

export function ComingOfAge({ lines }: { lines: readonly Line[] }) {
  const words = useWords();
  const dates = useDates();
  const goTo = useGoTo();
  if (lines.length === 0) return <p>{words('day-coming-of-age-none')}</p>;
  const columns: Column<Line>[] = [
    { id: 'student', label: words('day-coming-of-age-student'), isRowHeader: true, cell: (line) => <Name person={line.student} /> },
    { id: 'group', label: words('day-coming-of-age-group'), cell: (line) => line.student.group },
    { id: 'on', label: words('day-coming-of-age-on'), cell: (line) => dates.day(line.on) },
    {
      id: 'act',
      label: words('day-act'),
      isLabelHidden: true,
      cell: (line) => (
        <Button kind="quiet" icon="book" act="open_file" onPress={() => goTo({ name: 'student', studentId: line.student.id })}>
          {words('mend-open-file')}
        </Button>
      ),
    },
  ];
  return (
    <>
      <p>{words('day-coming-of-age-what')}</p>
      <Table caption={words('day-coming-of-age')} columns={columns} rows={lines} keyOf={(line) => line.student.id} />
    </>
  );
}
