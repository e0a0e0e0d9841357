// Every message that a screen asks for exists, in French and in English.
import { FluentResource } from '@fluent/bundle';
import { describe, expect, test } from 'vitest';
import { fluentFile, sources } from './source';

/** The ids of a file, and `id.attribute` for each attribute. */
function ids(locale: string, ...files: string[]): Set<string> {
  const found = new Set<string>();
  for (const file of files) {
    for (const entry of new FluentResource(fluentFile(locale, file)).body) {
      if (entry.value) found.add(entry.id);
      for (const attribute of Object.keys(entry.attributes)) found.add(`${entry.id}.${attribute}`);
    }
  }
  return found;
}

/** The ids written in full in the code: `words('…')`, `id="…"`. Those made from a closed list have tests of their own. */
function asked(text: string): string[] {
  const found = [...text.matchAll(/\b(?:words|french|t)\(\s*'([a-z][a-z0-9.-]+)'|\bid="([a-z]+-[a-z0-9.-]+)"/g)];
  return found.flatMap((match) => match[1] ?? match[2] ?? []);
}

const fields = (text: string) => [...text.matchAll(/\bwords\.field\(\s*'([a-z][a-z0-9-]+)'/g)].flatMap((m) => m[1] ?? []);

const PARENT = /^(parent|features\/parent)/;

describe.each(['fr-CA', 'en-CA'])('in %s', (locale) => {
  const shared = ids(locale, 'common');
  const desk = ids(locale, 'common', 'desk');

  test.each(sources('.tsx').filter(([path]) => !PARENT.test(path)))('%s asks for messages that exist', (path, text) => {
    const known = /^(components|l10n)/.test(path) ? shared : desk;
    expect(asked(text).filter((id) => !known.has(id))).toEqual([]);
    expect(fields(text).filter((id) => !known.has(id) && !known.has(`${id}.label`))).toEqual([]);
  });
});

test('the desk says the same in both languages', () => {
  expect([...ids('en-CA', 'desk')].sort()).toEqual([...ids('fr-CA', 'desk')].sort());
});
