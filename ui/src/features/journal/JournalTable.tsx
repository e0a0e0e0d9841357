// Lines of the journal: closed words and names as they are on file today.
import type { JournalLine } from '../../backend';
import { type Column, Table } from '../../components';
import { useDates, useWords } from '../../l10n';
import { detailWords } from './detail';

export function JournalTable({ caption, lines, isOfOneFile = false }: {
  caption: string;
  lines: readonly JournalLine[];
  /** Every line is about the same child, so that naming them says nothing. */
  isOfOneFile?: boolean;
}) {
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
  const shown = isOfOneFile ? columns.filter((column) => column.id !== 'subject') : columns;
  return <Table caption={caption} columns={shown} rows={lines} keyOf={(line) => String(line.number)} />;
}
