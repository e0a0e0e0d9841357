// A message in the parent's language with the French beside or below it (domain.md §9). In French it is said once.
import styles from './Bilingual.module.css';
import { useL10n } from './L10n';
import { direction, FRENCH } from './locales';
import type { Args } from './words';

/**
 * `id` may name an attribute (`id.label`). `layout` puts the French under the words, or after them on the same line.
 * The element itself is a span: the caller gives the heading, label or button around it.
 */
export function Bilingual({ id, args, layout = 'below' }: { id: string; args?: Args; layout?: 'below' | 'beside' }) {
  const { locale, words, french } = useL10n();
  if (locale === FRENCH) return words(id, args);
  return (
    <span className={layout === 'below' ? styles.below : styles.beside}>
      <span className={styles.own} lang={locale} dir={direction(locale)}>
        {words(id, args)}
      </span>
      {layout === 'beside' && ' '}
      <span className={styles.french} lang={FRENCH} dir="ltr">
        {french(id, args)}
      </span>
    </span>
  );
}
