// What the school announces, on the welcome screen: in French, and behind each language's own name in that language.
import type { NoticeShown } from '../../backend';
import { chain } from '../../l10n/bundles';
import { FRENCH, useWords } from '../../l10n';
import { parentBundles } from '../../l10n/parentBundles';
import { wordsOf } from '../../l10n/words';
import styles from './Notices.module.css';

/** Where a language has no text of its own, this is said before the French, in that language. */
function inFrenchOnly(locale: string): string {
  return wordsOf(chain(parentBundles, locale))('parent-notice-in-french');
}

export function Notices({ notices }: { notices: readonly (readonly NoticeShown[])[] }) {
  const words = useWords();
  if (notices.length === 0) return null;
  return (
    <section className={styles.notices} aria-label={words('parent-notices')}>
      {notices.map((texts, place) => (
        <article key={place} className={styles.notice}>
          {texts
            .filter((one) => one.locale === FRENCH)
            .map((one) => (
              <Text key={one.locale} shown={one} />
            ))}
          {texts
            .filter((one) => one.locale !== FRENCH)
            .map((one) => (
              <details key={one.locale}>
                <summary lang={one.locale}>{one.name}</summary>
                {one.text_locale !== one.locale && <p lang={one.locale} dir="auto">{inFrenchOnly(one.locale)}</p>}
                <Text shown={one} />
              </details>
            ))}
        </article>
      ))}
    </section>
  );
}

/** Marked with the language that it is really in. */
function Text({ shown }: { shown: NoticeShown }) {
  return (
    <p className={styles.text} lang={shown.text_locale} dir={shown.right_to_left ? 'rtl' : 'ltr'}>
      {shown.text}
    </p>
  );
}
