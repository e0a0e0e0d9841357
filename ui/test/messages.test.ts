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
  // Two ids to choose between, as in `words(done ? 'a-b' : 'c-d')`.
  const chosen = [...text.matchAll(/\bwords\([^()]*\?\s*'([a-z]+-[a-z0-9.-]+)'\s*:\s*'([a-z]+-[a-z0-9.-]+)'/g)];
  return [...found.flatMap((match) => match[1] ?? match[2] ?? []), ...chosen.flatMap((match) => match.slice(1, 3))];
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

/** The lists whose words the desk shows, by the type they have in the contract. Lists that cross as plain text are named here. */
const LISTS: Record<string, string> = {
  Role: 'role',
  Sex: 'sex',
  Relationship: 'relationship',
  AccountStanding: 'standing',
  ConfirmationMethod: 'method',
  IdentityDocument: 'document',
  TieDocument: 'tie',
  EndCause: 'end-cause',
  StepName: 'visit-step',
  Awaited: 'aside-awaits',
  WaitingState: 'mail-state',
  MailKind: 'mail-kind',
  MailTrouble: 'trouble',
  MailSecurity: 'mail-security',
  StaffPasswordError: 'reason',
  FileReason: 'reason',
  RegistryChange: 'import-change',
  WordKind: 'found-by',
  ClaimField: 'claim-field',
  ClaimOutcomeWord: 'claim-outcome',
  Diagnosis: 'diagnosis',
  Mend: 'mend',
  RequestKind: 'request-kind',
  RequestState: 'request-state',
  LimitKind: 'limit',
  Verdict: 'verdict',
  AlarmKind: 'import-alarm',
  Confidence: 'import-confidence',
  DateFinding: 'import-dates',
  DateOrder: 'import-date-order',
  ImportPhase: 'import-phase',
  NameFinding: 'import-names',
  NameOrder: 'import-name-order',
  QuestionKind: 'import-question',
  Separator: 'import-separator',
  SlotKind: 'import-adult',
  TextEncoding: 'import-encoding',
  ValueKind: 'import-values',
  WatchMode: 'watch-mode',
  WatchTrouble: 'import-watched-trouble',
};

/** The texts of a closed list of the contract. */
function texts(type: string): string[] {
  const contract = sources('backend/types.ts')[0]?.[1] ?? '';
  const declared = new RegExp(`export type ${type} = ([^;]*);`).exec(contract)?.[1] ?? '';
  return [...declared.matchAll(/"([a-z0-9_-]+)"/g)].flatMap((match) => match[1] ?? []);
}

describe.each(['fr-CA', 'en-CA'])('in %s', (locale) => {
  const desk = ids(locale, 'common', 'desk');

  test.each(Object.entries(LISTS))('every %s has its word', (type, list) => {
    expect(texts(type)).not.toEqual([]);
    expect(texts(type).filter((text) => !desk.has(`${list}-${text.replaceAll('_', '-')}`))).toEqual([]);
  });

  test('every failure has its words', () => {
    const contract = sources('backend/types.ts')[0]?.[1] ?? '';
    const failures = /export type Failure = ([^;]*);/.exec(contract)?.[1] ?? '';
    const codes = [...failures.matchAll(/code"?: "([a-z_]+)"/g)].flatMap((match) => match[1] ?? []);
    expect(codes.length).toBeGreaterThan(20);
    expect(codes.filter((code) => !desk.has(`error-${code.replaceAll('_', '-')}`))).toEqual([]);
  });
});

test('the desk says the same in both languages', () => {
  expect([...ids('en-CA', 'desk')].sort()).toEqual([...ids('fr-CA', 'desk')].sort());
});
