// The day as a small picture: a bar an hour, and how the visits ended. The tables say the same to those who do not see it.
import type { DayBoard } from '../../backend';
import { Columns, type Column, Stack, Table } from '../../components';
import { useWords } from '../../l10n';
import styles from './Board.module.css';

/** In units of the drawing: a bar, the room between two, the tallest bar, and the room for words above and below. */
const BAR = 30;
const GAP = 14;
const TALLEST = 90;
const ABOVE = 22;
const BELOW = 26;

type Hour = DayBoard['hours'][number];
type End = DayBoard['ends'][number];

export function Board({ board }: { board: DayBoard }) {
  const words = useWords();
  const hours: Column<Hour>[] = [
    { id: 'hour', label: words('day-hour'), isRowHeader: true, cell: (line) => words('day-hour-of', { hour: line.hour }) },
    { id: 'visits', label: words('day-visits'), cell: (line) => line.visits },
  ];
  const ends: Column<End>[] = [
    { id: 'cause', label: words('day-cause'), isRowHeader: true, cell: (line) => words.of('end-cause', line.cause) },
    { id: 'visits', label: words('day-visits'), cell: (line) => line.visits },
  ];
  if (board.hours.length === 0) return <p>{words('day-no-visit')}</p>;
  return (
    <Stack>
      <Picture hours={board.hours} />
      <p>{words('day-under-way', { count: board.under_way })}</p>
      <Columns>
        <Table caption={words('day-hours')} columns={hours} rows={board.hours} keyOf={(line) => String(line.hour)} />
        {board.ends.length > 0 && <Table caption={words('day-ends')} columns={ends} rows={board.ends} keyOf={(line) => line.cause} />}
      </Columns>
    </Stack>
  );
}

function Picture({ hours }: { hours: readonly Hour[] }) {
  const words = useWords();
  const most = Math.max(1, ...hours.map((hour) => hour.visits));
  const width = hours.length * (BAR + GAP) + GAP;
  return (
    // The table beside it says the same.
    <svg className={styles.picture} preserveAspectRatio="xMinYMid meet" viewBox={`0 0 ${String(width)} ${String(ABOVE + TALLEST + BELOW)}`} aria-hidden="true" focusable="false">
      <line className={styles.ground} x1={0} x2={width} y1={ABOVE + TALLEST} y2={ABOVE + TALLEST} />
      {hours.map(({ hour, visits }, place) => {
        const height = (visits / most) * TALLEST;
        const start = GAP + place * (BAR + GAP);
        const middle = start + BAR / 2;
        return (
          <g key={hour}>
            <rect className={styles.bar} x={start} y={ABOVE + TALLEST - height} width={BAR} height={height} rx={3} />
            {visits > 0 && (
              <text className={styles.count} x={middle} y={ABOVE + TALLEST - height - 6}>
                {visits}
              </text>
            )}
            <text className={styles.hour} x={middle} y={ABOVE + TALLEST + 18}>
              {words('day-hour-of', { hour })}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
