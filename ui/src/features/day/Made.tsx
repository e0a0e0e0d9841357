// What was confirmed today. What was a mistake is undone from here.
import { useState } from 'react';
import type { MadeLine } from '../../backend';
import { Button, type Column, Table } from '../../components';
import { useDates, useWords } from '../../l10n';
import { TakingBack } from '../taking-back/TakingBack';

export function Made({ lines }: { lines: readonly MadeLine[] }) {
  const words = useWords();
  const dates = useDates();
  const [undone, setUndone] = useState<MadeLine | null>(null);
  if (lines.length === 0) return <p>{words('day-made-none')}</p>;
  const columns: Column<MadeLine>[] = [
    { id: 'at', label: words('day-made-at'), cell: (line) => dates.hour(line.at) },
    { id: 'child', label: words('day-made-child'), isRowHeader: true, cell: (line) => <bdi>{line.child}</bdi> },
    { id: 'address', label: words('day-unproven-address'), cell: (line) => <bdi>{line.address}</bdi> },
    { id: 'how', label: words('day-made-how'), cell: (line) => words.of('method', line.method) },
    { id: 'by', label: words('day-made-by'), cell: (line) => <bdi>{line.by}</bdi> },
    {
      id: 'act',
      label: words('day-act'),
      isLabelHidden: true,
      cell: (line) =>
        line.taking_back.length > 0 && (
          <Button kind="quiet" icon="back" act="taking_back_open" onPress={() => setUndone(line)}>
            {words('taking-back-open')}
          </Button>
        ),
    },
  ];
  return (
    <>
      <Table
        caption={words('day-made')}
        columns={columns}
        rows={lines}
        keyOf={(line) => `${line.student_id} ${line.address}`}
      />
      {undone && (
        <TakingBack
          studentId={undone.student_id}
          child={<bdi>{undone.child}</bdi>}
          offers={undone.taking_back}
          onClose={() => setUndone(null)}
          onDone={() => setUndone(null)}
        />
      )}
    </>
  );
}
