// Dates and times as a person reads them. Values come from the desk as ISO text; nothing here reads the clock.
import { formattingLocale } from './locales';
import { useL10n } from './L10n';

export interface Dates {
  /** A calendar date written `2014-03-09`, said in full. It has no time zone. */
  day(iso: string): string;
  /** An instant, as day and hour of this machine. */
  moment(iso: string): string;
  /** An instant's hour alone. */
  hour(iso: string): string;
}

export function useDates(): Dates {
  const locale = formattingLocale(useL10n().locale);
  const format = (options: Intl.DateTimeFormatOptions, iso: string) =>
    new Intl.DateTimeFormat(locale, options).format(new Date(iso));
  return {
    day: (iso) => format({ dateStyle: 'long', timeZone: 'UTC' }, `${iso.slice(0, 10)}T00:00:00Z`),
    moment: (iso) => format({ dateStyle: 'medium', timeStyle: 'short' }, iso),
    hour: (iso) => format({ timeStyle: 'short' }, iso),
  };
}
