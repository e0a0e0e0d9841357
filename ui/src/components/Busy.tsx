// Something takes a moment. Said, and shown without moving when the person wishes less motion.
import { useWords } from '../l10n';
import styles from './Busy.module.css';

/** `id` names what is under way; without it, that something is. */
export function Busy({ id = 'ui-busy' }: { id?: string }) {
  const words = useWords();
  return (
    <div className={styles.busy} role="status">
      <span className={styles.dots} aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span>{words(id)}</span>
    </div>
  );
}
