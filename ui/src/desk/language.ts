// The language of the staff's side: French first, English when chosen. It is not kept: the window stores nothing.
import { createContext, use } from 'react';

export const LanguageContext = createContext<(locale: string) => void>(() => undefined);

/** Chooses the language of this window. */
export function useChooseLanguage(): (locale: string) => void {
  return use(LanguageContext);
}
