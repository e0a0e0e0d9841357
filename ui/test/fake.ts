// A desk that answers as a test wishes, in the place of the shell. Nothing of it ships.
import type { Failure } from '../src/backend';

export interface Asked {
  command: string;
  request: unknown;
}

type Answer = unknown;

type Callback = (sent: { index: number; message: unknown }) => void;

const callbacks: Callback[] = [];
let said = 0;

/** Tells the windows that something has changed, as Rust does. */
export function announce(): void {
  const index = said++;
  for (const callback of callbacks) callback({ index, message: null });
}

/** Installs a shell that answers each command from `answers` (a value, or a function of the request) and keeps what was asked. */
export function fakeShell(answers: Record<string, Answer>): Asked[] {
  const asked: Asked[] = [];
  callbacks.length = 0;
  said = 0;
  const internals = {
    transformCallback: (callback: Callback) => callbacks.push(callback),
    unregisterCallback: () => undefined,
    invoke: async (command: string, args: { request?: unknown }) => {
      asked.push({ command, request: args.request });
      const answer = answers[command];
      const given: unknown = typeof answer === 'function' ? await answer(args.request) : answer;
      if (given instanceof Refused) throw given.failure;
      return given ?? null;
    },
  };
  Object.assign(window, { __TAURI_INTERNALS__: internals });
  return asked;
}

/** An answer that refuses. */
export class Refused {
  constructor(readonly failure: Failure) {}
}
