// The detail of an entry is a closed word of one of several lists, or a number: here it finds its words.
import type { Words } from '../../l10n';

const LISTS = ['role', 'visit-step', 'end-cause', 'method', 'document', 'tie', 'mail-kind', 'trouble', 'proposal-kind', 'refusal', 'taking-back-reason', 'request-kind', 'request-state', 'call-outcome', 'slip'];

/** `passport+birth_certificate` in words. What no list knows is shown as it is: it is never free text. */
export function detailWords(words: Words, detail: string): string {
  return detail
    .split('+')
    .map((part) => {
      const id = LISTS.map((list) => `${list}-${part.replaceAll('_', '-')}`).find((one) => words.has(one));
      return id ? words(id) : part;
    })
    .join(' + ');
}
