// Calls to Rust: what is sent, how a refusal comes back, which words it gets.
import { expect, test } from 'vitest';
import { BackendError, call, codeOf } from '../src/backend';
import { errorWords } from '../src/components';
import { chain } from '../src/l10n/bundles';
import { deskBundles } from '../src/l10n/deskBundles';
import { wordsOf } from '../src/l10n/words';
import { fakeShell, Refused } from './fake';

const words = wordsOf(chain(deskBundles, 'fr-CA'));
const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '');

test('a command sends one request under its own name', async () => {
  const asked = fakeShell({ find_students: { students: [], more: false } });
  const found = await call('find_students', { query: 'zoe', limit: null });
  expect(found).toEqual({ students: [], more: false });
  expect(asked).toEqual([{ command: 'find_students', request: { query: 'zoe', limit: null } }]);
});

test('a refusal comes back with its code and its data', async () => {
  fakeShell({ sign_in: new Refused({ code: 'wrong_password', wait_seconds: 30 }) });
  const refused = await call('sign_in', { user_name: 'a', password: 'b' }).catch((error: unknown) => error);
  expect(codeOf(refused)).toBe('wrong_password');
  expect((refused as BackendError).failure).toEqual({ code: 'wrong_password', wait_seconds: 30 });
});

test('what the shell itself throws is unexpected, not words', () => {
  for (const thrown of ['plugin not found', undefined, new Error('x'), { message: 'y' }]) {
    expect(codeOf(BackendError.from(thrown))).toBe('unexpected');
  }
});

test('a refusal is said with its data', () => {
  const thrown = new BackendError({ code: 'too_many', minutes: 15 });
  expect(plain(errorWords(words, thrown))).toContain('15 minutes');
});

test('a refusal without words of its own still says something, with its code for the support', () => {
  const thrown = new BackendError({ code: 'never_heard_of' } as never);
  expect(plain(errorWords(words, thrown))).toContain('never_heard_of');
});
