// What screens take from this folder.
export { Bilingual } from './Bilingual';
export { type Dates, useDates } from './dates';
export { L10nProvider, useL10n, useWords } from './L10n';
export { direction, FRENCH, formattingLocale } from './locales';
export type { Args, FieldWords, Words } from './words';
