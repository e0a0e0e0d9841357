// What a command answered when it did not go, in the parent's words: kinder than the desk's, and in both languages.
import { BackendError, type Failure } from '../backend';
import { Notice } from '../components';
import { type Args, Bilingual, useWords, type Words } from '../l10n';

/** The message of a failure: of its field, else of its code, else the general one. */
export function refusalId(words: Words, failure: Failure): string {
  const code = `parent-error-${failure.code.replaceAll('_', '-')}`;
  const field = failure.code === 'invalid' ? `${code}-${failure.field.replaceAll('_', '-')}` : code;
  return [field, code].find((id) => words.has(id)) ?? 'parent-error';
}

/** The data of a failure that its message may use. */
export function refusalArgs(failure: Failure): Args {
  if (failure.code === 'too_many') return { minutes: failure.minutes };
  if (failure.code === 'unexpected') return { reference: failure.reference };
  return {};
}

/** The field that could not be read, if that is what went wrong. */
export function refusedField(error: unknown): string | null {
  if (error === null || error === undefined) return null;
  const { failure } = BackendError.from(error);
  return failure.code === 'invalid' ? failure.field : null;
}

export function RefusalWords({ error }: { error: unknown }) {
  const words = useWords();
  const { failure } = BackendError.from(error);
  return <Bilingual id={refusalId(words, failure)} args={refusalArgs(failure)} />;
}

/** A failed act, or nothing while there is none. A refusal that belongs to one of `fields` is shown there instead. */
export function Refusal({ error, fields = [] }: { error: unknown; fields?: readonly string[] }) {
  if (error === null || error === undefined) return null;
  if (fields.includes(refusedField(error) ?? '')) return null;
  return (
    <Notice kind="bad">
      <RefusalWords error={error} />
    </Notice>
  );
}
