// What an import would do: who is new, changed or gone, the lines that cannot be used, and what is worth a look.
import type { FieldChange, ImportLine, ImportPreview } from '../../backend';
import { Card, type Column, Name, Notice, Stack, Table } from '../../components';
import { useWords } from '../../l10n';
import styles from './Preview.module.css';
import { Unusable } from './Unusable';

export function Preview({ preview }: { preview: ImportPreview }) {
  const words = useWords();
  return (
    <Stack gap="large">
      {preview.unusable.length > 0 && <Unusable preview={preview} />}
      {preview.notes.length > 0 && (
        <Card title={words('import-notes')}>
          <ul className={styles.notes}>
            {preview.notes.map((note) => (
              <li key={note.note}>{words(`import-note-${note.note.replaceAll('_', '-')}`, { count: note.count })}</li>
            ))}
          </ul>
        </Card>
      )}
      {preview.lines.length > 0 ? <Lines lines={preview.lines} /> : <Notice kind="info">{words('import-nothing-changes')}</Notice>}
    </Stack>
  );
}

function Lines({ lines }: { lines: readonly ImportLine[] }) {
  const words = useWords();
  const columns: Column<ImportLine>[] = [
    { id: 'change', label: words('import-column-change'), cell: (one) => words.of('import-change', one.change) },
    { id: 'name', label: words('import-column-student'), isRowHeader: true, cell: (one) => <Name person={one} /> },
    { id: 'group', label: words('import-column-group'), cell: (one) => <bdi>{one.group}</bdi> },
    { id: 'fields', label: words('import-column-fields'), cell: (one) => <Changes fields={one.fields} /> },
  ];
  return (
    <Card title={words('import-lines')}>
      <Table
        caption={words('import-lines')}
        columns={columns}
        rows={lines}
        keyOf={(one, place) => `${one.last_names}-${one.first_names}-${String(place)}`}
      />
    </Card>
  );
}

/** Old beside new, field by field. */
function Changes({ fields }: { fields: readonly FieldChange[] }) {
  const words = useWords();
  const none = words('claim-nothing');
  return (
    <ul className={styles.changes}>
      {fields.map((one) => (
        <li key={one.field}>
          <span className={styles.field}>{words.of('import-field', one.field)}</span>{' '}
          <del>
            <bdi>{one.old ?? none}</bdi>
          </del>
          {' → '}
          <ins>
            <bdi>{one.new ?? none}</bdi>
          </ins>
        </li>
      ))}
    </ul>
  );
}
