// Calls to Rust, typed by the generated list of commands. The only road besides subscribe.ts.
import { invoke } from '@tauri-apps/api/core';
import { BackendError } from './errors';
import type { DeskCommands, ParentCommands } from './types';

type Commands = DeskCommands & ParentCommands;
export type Command = keyof Commands;
export type RequestOf<C extends Command> = Commands[C]['request'];
export type ResponseOf<C extends Command> = Commands[C]['response'];

/** Runs one command. Throws a `BackendError`, whose code has words in the Fluent files. */
export async function call<C extends Command>(command: C, request: RequestOf<C>): Promise<ResponseOf<C>> {
  try {
    return await invoke<ResponseOf<C>>(command, { request });
  } catch (thrown) {
    throw BackendError.from(thrown);
  }
}
