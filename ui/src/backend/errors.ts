// How a command fails: a code and its data. The words are the Fluent files' (`error-<code-with-dashes>`).
import type { Failure } from './types';

/** A refusal or a fault of a command, as it crossed from Rust. */
export class BackendError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.name = 'BackendError';
    this.failure = failure;
  }

  /** Whatever was thrown, as an error of the desk: what is not one came from the shell itself and has no reference. */
  static from(thrown: unknown): BackendError {
    if (thrown instanceof BackendError) return thrown;
    if (typeof thrown === 'object' && thrown !== null && 'code' in thrown && typeof thrown.code === 'string') {
      return new BackendError(thrown as Failure);
    }
    return new BackendError({ code: 'unexpected', reference: '–' });
  }
}

/** The failure's code when `thrown` is one of the desk's, else null. */
export function codeOf(thrown: unknown): Failure['code'] | null {
  return thrown instanceof BackendError ? thrown.failure.code : null;
}
