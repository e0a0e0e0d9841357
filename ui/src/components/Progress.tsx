// How far something is. Without a share it only says that it goes on.
import { Label, ProgressBar } from 'react-aria-components';
import styles from './Progress.module.css';

export function Progress({ label, share, says }: {
  label: string;
  /** From 0 to 1; null while nobody knows how much there is. */
  share: number | null;
  /** How far, in words. */
  says?: string;
}) {
  const percent = `${String(Math.round((share ?? 1) * 100))}%`;
  return (
    <ProgressBar
      className={styles.progress}
      value={(share ?? 0) * 100}
      isIndeterminate={share === null}
      valueLabel={says}
    >
      <span className={styles.words}>
        <Label>{label}</Label>
        {says && <span className={styles.says}>{says}</span>}
      </span>
      <svg className={styles.bar} aria-hidden="true">
        <rect className={share === null ? styles.unknown : styles.done} width={percent} height="100%" />
      </svg>
    </ProgressBar>
  );
}
