// How many families have their account: a bar for the eye, and the same figures in words for everybody.
import { useWords } from '../../l10n';
import styles from './Families.module.css';

export function Families({ students, served }: { students: number; served: number }) {
  const words = useWords();
  const share = students === 0 ? 0 : (100 * served) / students;
  return (
    <span className={styles.families}>
      <svg className={styles.bar} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect className={styles.all} width="100" height="8" />
        <rect className={styles.served} width={share} height="8" />
      </svg>
      <span>{words('lists-families-count', { students, served })}</span>
    </span>
  );
}
