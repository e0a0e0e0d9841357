// Lines of the journal: closed words and names as they are on file today.
import type { JournalLine } from '../../backend';
import { type Column, Table } from '../../components';
import { useDates, useWords } from '../../l10n';
import { detailWords } from './detail';

export function JournalTable({ caption, lines }: { caption: string; lines: readonly JournalLine[] }) {
  const words = useWords();
  const dates = useDates();
  const columns: Column<JournalLine>[] = [
    { id: 'number', label: words('journal-number'), cell: (line) => line.number },
    { id: 'at', label: words('journal-at'), cell: (line) => dates.moment(line.at) },
    { id: 'act', label: words('journal-act'), isRowHeader: true, cell: (line) => words.of('act', line.act) },
    {
      id: 'actor',
      label: words('journal-actor'),
      cell: (line) => (
        <>
          {words.of('actor', line.actor_kind)} <bdi>{line.actor}</bdi>
        </>
      ),
    },
    { id: 'subject', label: words('journal-subject'), cell: (line) => <bdi>{line.subject}</bdi> },
    { id: 'detail', label: words('journal-detail'), cell: (line) => line.detail && detailWords(words, line.detail) },
  ];
  return <Table caption={caption} columns={columns} rows={lines} keyOf={(line) => String(line.number)} />;
}
