// How many, in a row of figures.
import { useWords } from '../../l10n';
import styles from './Counts.module.css';

export function Counts({ counts }: { counts: Record<string, number> }) {
  const words = useWords();
  return (
    <dl className={styles.counts}>
      {Object.entries(counts).map(([id, count]) => (
        <div key={id} className={styles.count} data-count={id}>
          <dt>{words.of('import-count', id)}</dt>
          <dd>{words('import-number', { count })}</dd>
        </div>
      ))}
    </dl>
  );
}
