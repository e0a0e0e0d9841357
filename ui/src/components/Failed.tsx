// What a command answered when it did not go: the code's words, from the Fluent files of the window.
import { BackendError } from '../backend';
import { type Args, useWords, type Words } from '../l10n';
import { Notice } from './Notice';

/** Where a code has its words. */
export function errorId(code: string): string {
  return `error-${code.replaceAll('_', '-')}`;
}

/** The words of what was thrown. Words of a closed list inside the failure (`reason`, `trouble`) have messages of their own. */
export function errorWords(words: Words, thrown: unknown): string {
  const { failure } = BackendError.from(thrown);
  const args: Args = {};
  for (const [name, value] of Object.entries(failure)) {
    // What is not there is empty, so that a message can say itself without it.
    if (name !== 'code') args[name.replaceAll('_', '-')] = value ?? '';
  }
  for (const name of ['reason', 'trouble']) {
    const id = `${name}-${String(args[name] ?? '').replaceAll('_', '-')}`;
    if (words.has(id)) args[name] = words(id);
  }
  // A field that cannot be read has words of its own where the screen can help with them.
  const field = failure.code === 'invalid' ? errorId(`invalid_${failure.field}`) : '';
  const id = words.has(field) ? field : errorId(failure.code);
  return words(words.has(id) ? id : 'error-unexpected', { reference: failure.code, ...args });
}

/** A failed act, or nothing while there is none. */
export function Failed({ error }: { error: unknown }) {
  const words = useWords();
  if (error === null || error === undefined) return null;
  return <Notice kind="bad">{errorWords(words, error)}</Notice>;
}
