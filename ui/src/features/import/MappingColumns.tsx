// The columns of a table: what each is taken for, how sure that is, and some of its values.
import type { ImportMeaning, ProposedColumn } from '../../backend';
import { type Column, Icon, Select, Table, VisuallyHidden } from '../../components';
import { useWords, type Words } from '../../l10n';
import styles from './Mapping.module.css';

/** A column that means nothing to Guichet. */
const NOT_READ = 'none';

/** A meaning in words: the student's, or of which adult. */
export function meaningWords(words: Words, { column, adult, number }: ImportMeaning): string {
  if (adult === null) return words.of('import-meaning', column);
  const who = words(`import-adult-${adult}`, { number });
  return words(`import-meaning-adult-${column.replaceAll('_', '-')}`, { adult: who });
}

export function MappingColumns({ columns, meanings, onGive }: {
  columns: readonly ProposedColumn[];
  meanings: readonly ImportMeaning[];
  onGive: (header: string, meaning: string | null) => void;
}) {
  const words = useWords();
  const choices = [
    { id: NOT_READ, label: words('import-meaning-none') },
    ...meanings.map((one) => ({ id: one.meaning, label: meaningWords(words, one) })),
  ];
  const shown: Column<ProposedColumn>[] = [
    { id: 'header', label: words('import-mapping-header'), isRowHeader: true, cell: (one) => <Header column={one} /> },
    {
      id: 'meaning',
      label: words('import-mapping-meaning'),
      cell: (one) =>
        one.forbidden ? (
          words('import-mapping-forbidden')
        ) : (
          <Select
            label={<VisuallyHidden>{words('import-mapping-meaning-of', { header: one.header })}</VisuallyHidden>}
            name={`meaning-${one.header}`}
            value={one.meaning ?? NOT_READ}
            onChange={(id) => onGive(one.header, id === NOT_READ ? null : id)}
            choices={choices}
          />
        ),
    },
    { id: 'sure', label: words('import-mapping-sure'), cell: (one) => <Sure column={one} /> },
    { id: 'samples', label: words('import-mapping-samples'), cell: (one) => <Samples samples={one.samples} /> },
  ];
  return <Table caption={words('import-mapping-columns', { count: columns.length })} columns={shown} rows={columns} keyOf={(one) => one.header} />;
}

function Header({ column: { header } }: { column: ProposedColumn }) {
  const words = useWords();
  // A column without a header is called by its place.
  const place = /^#(\d+)$/.exec(header)?.[1];
  return <bdi>{place ? words('import-mapping-nameless', { place }) : header}</bdi>;
}

function Sure({ column }: { column: ProposedColumn }) {
  const words = useWords();
  if (column.forbidden) return null;
  return (
    <div className={styles.sure}>
      <span data-confidence={column.confidence}>{words.of('import-confidence', column.confidence)}</span>
      {column.contradicted && (
        <span className={styles.doubt}>
          <Icon name="alert" />
          {words('import-mapping-contradicted', { values: words.of('import-values', column.values) })}
        </span>
      )}
    </div>
  );
}

function Samples({ samples }: { samples: readonly string[] }) {
  return (
    <ul className={styles.samples}>
      {samples.map((sample) => (
        <li key={sample}>
          <bdi>{sample}</bdi>
        </li>
      ))}
    </ul>
  );
}
