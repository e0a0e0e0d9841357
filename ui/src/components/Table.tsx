// Rows to read. What is pressed in a row is a button of its own; when the table is too wide, it scrolls by keyboard too.
import type { ReactNode } from 'react';
import styles from './Table.module.css';
import { VisuallyHidden } from './VisuallyHidden';

export interface Column<Row> {
  id: string;
  label: string;
  /** The cell that names the row. */
  isRowHeader?: boolean;
  /** The heading is for those who listen: a column of buttons needs none to the eye. */
  isLabelHidden?: boolean;
  cell: (row: Row) => ReactNode;
}

export function Table<Row>({ caption, columns, rows, keyOf }: {
  /** Said, not shown: the heading above the table shows it. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row, place: number) => string;
}) {
  return (
    // What scrolls must take the focus, else the keyboard cannot reach its end.
    <div className={styles.scroll} role="group" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col">
                {column.isLabelHidden ? <VisuallyHidden>{column.label}</VisuallyHidden> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <tr key={keyOf(row, place)}>
              {columns.map((column) =>
                column.isRowHeader ? (
                  <th key={column.id} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id}>{column.cell(row)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
