// The parent's words: whatever a screen or an answer of the desk asks for is there, in every language, and alike.
import { FluentResource } from '@fluent/bundle';
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ClaimAnswer, Failure } from '../src/backend';
import { answerId } from '../src/features/parent-children/ClaimAnswerNotice';
import { checkItems } from '../src/features/parent-password/checklist';
import { chain } from '../src/l10n/bundles';
import { parentBundles } from '../src/l10n/parentBundles';
import { wordsOf } from '../src/l10n/words';
import { refusalId } from '../src/parent/Refusal';
import { fluentFile, LOCALES, sources } from './source';

const languages = readdirSync(LOCALES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** The ids of the parent's own file, with their attributes and the variables of each. */
function shape(locale: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  const variables = (pattern: unknown) =>
    [...new Set([...JSON.stringify(pattern).matchAll(/"type":"var","name":"([a-z]+)"/g)].map((match) => match[1] ?? ''))].sort();
  for (const { id, value, attributes } of new FluentResource(fluentFile(locale, 'parent')).body) {
    if (value) found[id] = variables(value);
    for (const [name, pattern] of Object.entries(attributes)) found[`${id}.${name}`] = variables(pattern);
  }
  return found;
}

const reference = shape('fr-CA');
const known = (id: string) => id in reference;

test('there are three languages, and the reference has words', () => {
  expect(languages).toEqual(expect.arrayContaining(['fr-CA', 'en-CA', 'ar']));
  expect(Object.keys(reference).length).toBeGreaterThan(100);
});

test.each(languages)('%s has the ids, attributes and variables of the reference', (locale) => {
  expect(shape(locale)).toEqual(reference);
});

test.each(languages)('%s writes Latin digits and no vowel marks', (locale) => {
  expect(fluentFile(locale, 'parent')).not.toMatch(/[\u064b-\u0652\u0660-\u0669\u06f0-\u06f9]/u);
});

const parentSources = sources('.tsx').filter(([path]) => /^(parent|features\/parent)/.test(path));

test.each(parentSources)('%s asks for messages that exist', (_, text) => {
  const asked = [...text.matchAll(/'(parent-[a-z0-9-]+(?:\.[a-z]+)?)'|\bid="(parent-[a-z0-9.-]+)"/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
  expect(asked.filter((id) => !known(id))).toEqual([]);
});

/** The texts of a closed list of the contract. */
function texts(type: string, of: RegExp): string[] {
  const contract = sources('backend/types.ts')[0]?.[1] ?? '';
  const declared = new RegExp(`export type ${type} = ([^;]*);`).exec(contract)?.[1] ?? '';
  return [...declared.matchAll(of)].flatMap((match) => match[1] ?? []);
}

test('every cause of an end has its words', () => {
  const causes = texts('EndCause', /"([a-z_]+)"/g);
  expect(causes.length).toBeGreaterThan(5);
  expect(causes.filter((cause) => !known(`parent-ended-${cause.replaceAll('_', '-')}.lead`))).toEqual([]);
});

test('every answer to a claim but a child says what to do next', () => {
  const answers = texts('ClaimAnswer', /answer"?: "([a-z_]+)"/g);
  expect(answers).toHaveLength(8);
  const ids = answers.map((answer) => answerId({ answer, look_alike: false } as ClaimAnswer));
  expect(ids.filter((id) => id === null)).toHaveLength(2);
  for (const id of [...ids, answerId({ answer: 'number_unreadable', look_alike: true })]) {
    if (id !== null) expect([id, known(id), known(`${id}.body`)]).toEqual([id, true, true]);
  }
});

test('every rule of the password has its words', () => {
  const ids = checkItems(null, false).flatMap((item) => [item.id, ...(item.kinds ?? []).map((kind) => kind.id)]);
  expect(ids.filter((id) => !known(`parent-checklist-${id}`))).toEqual([]);
});

describe('a refusal', () => {
  const words = wordsOf(chain(parentBundles, 'fr-CA'));

  // What the parent's own commands answer when they do not go (crates/desk/src/visit).
  test.each([
    'not_allowed', 'not_signed_in', 'password_refused', 'invalid', 'out_of_step', 'no_visit', 'visit_under_way', 'code_expired',
    'too_many', 'sign_in_refused', 'claims_locked', 'restricted', 'already_confirmed', 'no_mail_server', 'mail_trouble',
    'disk_full', 'unexpected',
  ])('%s has words of its own', (code) => {
    expect(refusalId(words, { code, field: 'x' } as unknown as Failure)).toBe(`parent-error-${code.replaceAll('_', '-')}`);
  });

  test.each([
    ['address', 'parent-error-invalid-address'],
    ['birth_date', 'parent-error-invalid-birth-date'],
    ['anything_else', 'parent-error-invalid'],
  ])('of the field %s is %s', (field, id) => {
    expect(refusalId(words, { code: 'invalid', field })).toBe(id);
  });

  test('that is not a parent’s has the general words', () => {
    expect(refusalId(words, { code: 'last_administrator' })).toBe('parent-error');
  });
});
