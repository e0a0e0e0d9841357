// The languages of a window as tags: the reference, the direction, and the tag that keeps dates Gregorian and digits Latin.

/** The reference language and the fallback of every message (domain.md §9). */
export const FRENCH = 'fr-CA';

/** The tag handed to dates and numbers: Gregorian calendar and Latin digits in every language (domain.md §9). */
export function formattingLocale(locale: string): string {
  return `${locale}-u-ca-gregory-nu-latn`;
}

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'prs', 'ps', 'ur']);

/** The direction of a language's script. */
export function direction(locale: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(locale.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}
