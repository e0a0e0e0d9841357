// Asking for words: the functions the screens call, over a chain of bundles. No React here.
import type { FluentBundle, FluentVariable } from '@fluent/bundle';

export type Args = Record<string, FluentVariable>;

/** The words of one form field, from a message's attributes. */
export interface FieldWords {
  label: string;
  description?: string;
  placeholder?: string;
}

/** What a screen asks for words. */
export interface Words {
  /** The message, or its attribute when the id is written `id.attribute`. An unknown id gives itself, in brackets. */
  (id: string, args?: Args): string;
  /** Whether there is such a message or attribute in the language or in French. */
  has(id: string): boolean;
  /** The word of a closed list: `of('role', 'secretary')` is the message `role-secretary`. */
  of(list: string, value: string): string;
  /** A field's label (its `.label`, else its value), description and placeholder. */
  field(id: string, args?: Args): FieldWords;
}

/** The words of a chain of bundles: the first that has the message answers. */
export function wordsOf(bundles: readonly FluentBundle[]): Words {
  const find = (id: string, args?: Args): string | undefined => {
    const [name = '', attribute] = id.split('.');
    for (const bundle of bundles) {
      const message = bundle.getMessage(name);
      const pattern = attribute === undefined ? message?.value : message?.attributes[attribute];
      // With a place to put them, Fluent collects faults of formatting instead of throwing them at the person.
      if (pattern) return bundle.formatPattern(pattern, args, []);
    }
    return undefined;
  };
  const words = ((id, args) => find(id, args) ?? `[${id}]`) as Words;
  words.has = (id) => find(id) !== undefined;
  words.of = (list, value) => words(`${list}-${value.replaceAll('_', '-')}`);
  words.field = (id, args) => ({
    label: find(`${id}.label`, args) ?? words(id, args),
    description: find(`${id}.description`, args),
    placeholder: find(`${id}.placeholder`, args),
  });
  return words;
}
