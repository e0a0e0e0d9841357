// Schools or groups with their figures, each opened by a press; page by page, since a service centre has many.
import type { ReactNode } from 'react';
import type { ListCounts } from '../../backend';
import { Button, type Column, Table } from '../../components';
import { useWords } from '../../l10n';
import { Families } from './Families';

export interface CountedLine {
  key: string;
  /** As shown; those without one are named by the caller. */
  name: ReactNode;
  counts: ListCounts;
  onOpen: () => void;
}

export function Counted({ caption, heading, act, lines }: {
  caption: string;
  /** What a line is: a school, a group. */
  heading: string;
  act: string;
  lines: readonly CountedLine[];
}) {
  const words = useWords();
  const columns: Column<CountedLine>[] = [
    {
      id: 'name',
      label: heading,
      isRowHeader: true,
      cell: (line) => (
        <Button kind="quiet" act={act} onPress={line.onOpen}>
          {line.name}
        </Button>
      ),
    },
    { id: 'families', label: words('lists-families'), cell: ({ counts }) => <Families {...counts} /> },
    {
      id: 'incomplete',
      label: words('lists-incomplete-label'),
      cell: ({ counts }) => words('lists-incomplete', { count: counts.incomplete }),
    },
  ];
  return <Table caption={caption} columns={columns} rows={lines} keyOf={(line) => line.key} />;
}
