// The language of a window, for everything below it: Fluent, react-aria and the page's own `lang` and `dir` agree.
import { createContext, type ReactNode, use, useLayoutEffect, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import { type Bundles, chain } from './bundles';
import { direction, FRENCH, formattingLocale } from './locales';
import { type Words, wordsOf } from './words';

interface L10n {
  locale: string;
  words: Words;
  french: Words;
}

const L10nContext = createContext<L10n | null>(null);

/** Gives a language to what is below. `page` says whether it is also the page's own, as it is for one provider a window. */
export function L10nProvider({ bundles, locale, page = true, children }: {
  bundles: Bundles;
  locale: string;
  page?: boolean;
  children: ReactNode;
}) {
  const l10n = useMemo(
    () => ({ locale, words: wordsOf(chain(bundles, locale)), french: wordsOf(chain(bundles, FRENCH)) }),
    [bundles, locale],
  );
  useLayoutEffect(() => {
    if (!page) return;
    document.documentElement.lang = locale;
    document.documentElement.dir = direction(locale);
  }, [locale, page]);
  return (
    <L10nContext value={l10n}>
      <I18nProvider locale={formattingLocale(locale)}>{children}</I18nProvider>
    </L10nContext>
  );
}

/** The language of the window, its words, and the French ones. */
export function useL10n(): L10n {
  const l10n = use(L10nContext);
  if (!l10n) throw new Error('L10nProvider is missing');
  return l10n;
}

/** The words of the window's language. */
export function useWords(): Words {
  return useL10n().words;
}
