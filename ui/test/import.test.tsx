// The import room over a desk that answers as the test wishes: each state that it can be in.
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import {
  type ImportPreview,
  type ImportProposal,
  type ImportRoom,
  newQueries,
  type ProposedColumn,
} from '../src/backend';
import { type Room, RoomContext } from '../src/desk/rooms';
import { Import } from '../src/features/import/Import';
import { Watch } from '../src/features/settings/Watch';
import { isDoubtful } from '../src/features/import/useImport';
import { FRENCH, L10nProvider } from '../src/l10n';
import { deskBundles } from '../src/l10n/deskBundles';
import { type Asked, fakeShell, Refused } from './fake';

afterEach(cleanup);

const column = (header: string, meaning: string | null, changes: Partial<ProposedColumn> = {}): ProposedColumn => ({
  header,
  samples: [],
  meaning,
  confidence: meaning === null ? 'unknown' : 'sure',
  values: 'text',
  contradicted: false,
  forbidden: false,
  ...changes,
});

const proposal = (changes: Partial<ImportProposal> = {}): ImportProposal => ({
  format: 'csv',
  file: 'registre.csv',
  separator: 'semicolon',
  encoding: 'windows-1252',
  encoding_is_sure: false,
  sheet: null,
  sheets: [],
  header_line: 1,
  dates: 'plain',
  date_order: 'day_first',
  names: 'plain',
  name_order: null,
  columns: [column('Fiche', 'fiche'), column('Nom', 'last_names'), column('Prénom', 'first_names')],
  profile: null,
  notes: [],
  meanings: [
    { meaning: 'fiche', column: 'fiche', adult: null, number: 0 },
    { meaning: 'birth_date', column: 'birth_date', adult: null, number: 0 },
    { meaning: 'mother_email', column: 'email', adult: 'mother', number: 0 },
  ],
  mapping: {
    separator: 'semicolon',
    encoding: 'windows-1252',
    sheet: null,
    header_line: 1,
    date_order: 'day_first',
    name_order: null,
    columns: [{ header: 'Fiche', meaning: 'fiche' }],
  },
  ...changes,
});

const DOUBTFUL = proposal({
  columns: [
    column('Fiche', 'fiche', { confidence: 'guessed', samples: ['•••4521'] }),
    column('Col7', null, { samples: ['2015-03-09'], values: 'date' }),
    column('Courriel', 'mother_email', { contradicted: true, values: 'phone' }),
    column('Mot de passe', null, { forbidden: true }),
    column('#5', null),
  ],
});

const preview = (changes: Partial<ImportPreview> = {}): ImportPreview => ({
  token: 't1',
  format: 'csv',
  students: 3,
  guardians: 2,
  guardianships: 2,
  new: 3,
  changed: 0,
  unchanged: 0,
  gone: 0,
  lines: [],
  unusable: [],
  unusable_count: 0,
  notes: [],
  alarms: [],
  questions: [],
  question_count: 0,
  ...changes,
});

const ALARMING = preview({ alarms: [{ kind: 'many_gone', count: 40, of: 120 }] });
const RESULT = { new: 3, changed: 0, unchanged: 0, gone: 0 };

const room = (changes: Partial<ImportRoom> = {}): ImportRoom => ({ last: null, watched: null, ...changes });
const LAST = {
  at: '2026-11-22T14:00:00Z',
  format: 'csv',
  new: 3,
  changed: 1,
  unchanged: 0,
  gone: 0,
  unusable: 0,
  can_be_undone: true,
  undone_at: null,
};

function show(screen: ReactNode, goTo: (room: Room) => void = () => undefined) {
  render(
    <QueryClientProvider client={newQueries()}>
      <L10nProvider bundles={deskBundles} locale={FRENCH}>
        <RoomContext value={goTo}>{screen}</RoomContext>
      </L10nProvider>
    </QueryClientProvider>,
  );
}

function showRoom(answers: Record<string, unknown>, goTo?: (room: Room) => void): Asked[] {
  const asked = fakeShell({
    view_import_room: room(),
    gone_guardians: [],
    list_profiles: [],
    propose_import: proposal(),
    preview_import: preview(),
    apply_import: RESULT,
    ...answers,
  });
  show(<Import />, goTo);
  return asked;
}

const of = (asked: Asked[], command: string) => asked.filter((one) => one.command === command).map((one) => one.request);
const found = (name: string) =>
  waitFor(() => {
    const button = document.querySelector<HTMLButtonElement>(`[data-act="${name}"]`);
    if (!button) throw new Error(`no ${name}`);
    return button;
  });
const press = async (name: string) => userEvent.click(await found(name));
/** What is said somewhere, whatever marks keep the directions apart in it. */
const said = (part: string) =>
  screen.findByText((_, element) => {
    const text = (element?.textContent ?? '').replace(/[\u2068\u2069]/g, '');
    const isDeepest = ![...(element?.children ?? [])].some((child) => (child.textContent ?? '').replace(/[\u2068\u2069]/g, '').includes(part));
    return text.includes(part) && isDeepest;
  });
const choose = async (path = '/tmp/registre.csv') => {
  await userEvent.type(await screen.findByLabelText('Registre à lire'), path);
  await press('preview_import');
};

test.each([
  ['headers that say what they are', proposal(), false],
  ['a header one letter away', proposal({ columns: [...proposal().columns, column('Couriel', 'mother_email', { confidence: 'guessed' })] }), true],
  ['a header that its values contradict', proposal({ columns: [...proposal().columns, column('Courriel', 'mother_email', { contradicted: true })] }), true],
  ['no column for the names', proposal({ columns: [column('Fiche', 'fiche')] }), true],
  ['nothing to know a child by', proposal({ columns: [column('Nom', 'last_names'), column('Prénom', 'first_names')] }), true],
  ['dates that can be read in two ways', proposal({ dates: 'ambiguous' }), true],
  ['names that nothing parts', proposal({ names: 'unclear' }), true],
  ['a column that is not read', proposal({ columns: [...proposal().columns, column('Autobus', null)] }), false],
  ['a profile that was kept for such files', proposal({ profile: 'GPI', dates: 'ambiguous' }), false],
])('whether a person looks at the columns first: %s', (_, proposed, doubtful) => {
  expect(isDoubtful(proposed)).toBe(doubtful);
});

test('a file whose columns are sure goes to its preview at once', async () => {
  const asked = showRoom({});
  await choose();
  await found('apply_import');
  expect(of(asked, 'preview_import')).toEqual([{ path: '/tmp/registre.csv', complete: false }]);
});

test('a format whose columns need no meaning skips that step even when it is asked for', async () => {
  showRoom({ propose_import: proposal({ format: 'oneroster', columns: [] }) });
  await userEvent.type(await screen.findByLabelText('Registre à lire'), '/tmp/export.zip');
  await press('propose_import');
  await found('apply_import');
});

test('a doubtful table is shown, each change is proposed anew, and what is shown is previewed', async () => {
  const asked = showRoom({ propose_import: DOUBTFUL });
  await choose();
  await screen.findByText('Comment le fichier est lu');
  expect(screen.getByText('•••4521')).toBeTruthy();
  expect(screen.getByText('jamais lue')).toBeTruthy();
  await said('(sans titre, colonne 5)');
  expect(screen.getByText(/Le titre dit une chose/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: /Col7/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'date de naissance' }));
  await waitFor(() => expect(of(asked, 'propose_import')).toHaveLength(2));
  expect(of(asked, 'propose_import')[1]).toMatchObject({
    mapping: { columns: [{ header: 'Col7', meaning: 'birth_date' }], separator: null },
  });
  await press('preview_import');
  await found('apply_import');
  expect(of(asked, 'preview_import')).toEqual([
    { path: '/tmp/registre.csv', complete: false, mapping: DOUBTFUL.mapping },
  ]);
});

test('another separator forgets what was said of the columns', async () => {
  const asked = showRoom({ propose_import: DOUBTFUL });
  await choose();
  await userEvent.click(await screen.findByRole('button', { name: /Col7/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'date de naissance' }));
  await userEvent.click(screen.getByRole('button', { name: /Séparateur/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'virgule' }));
  await waitFor(() => expect(of(asked, 'propose_import')).toHaveLength(3));
  expect(of(asked, 'propose_import')[2]).toMatchObject({ mapping: { columns: [], separator: 'comma' } });
});

test('the reading is kept under a name, and the profile that was recognised is named and can be removed', async () => {
  const followed = { ...DOUBTFUL, profile: 'GPI' };
  const asked = showRoom({
    propose_import: followed,
    list_profiles: [{ name: 'GPI', saved_at: '2026-11-22T14:00:00Z', columns: 9 }],
  });
  await userEvent.type(await screen.findByLabelText('Registre à lire'), '/tmp/registre.csv');
  await press('propose_import');
  await screen.findByText(/Lu selon le profil/);
  const name = screen.getByLabelText('Nom du profil');
  await userEvent.clear(name);
  await userEvent.type(name, 'Juin');
  await press('save_profile');
  await waitFor(() => expect(of(asked, 'save_profile')).toEqual([{ name: 'Juin', mapping: DOUBTFUL.mapping }]));
  await press('remove_profile');
  await waitFor(() => expect(of(asked, 'remove_profile')).toEqual([{ name: 'GPI' }]));
});

test('an alarming file is applied only by whoever says that it is the right one', async () => {
  const asked = showRoom({ preview_import: ALARMING });
  await choose();
  expect((await found('apply_import')).disabled).toBe(true);
  await said('40 sur 120');
  await userEvent.click(screen.getByRole('checkbox'));
  await press('apply_import');
  await screen.findByText('Le registre est à jour.');
  expect(of(asked, 'apply_import')).toEqual([{ token: 't1', accept_alarms: true, answers: [] }]);
});

test('a question that nobody answered is not sent', async () => {
  const person = { last_names: 'Roy', first_names: 'Jo', birth_date: null, fiche: '•••4521', permanent_code: null, school: null, email: null };
  const questions = ['q1', 'q2', 'q3'].map((id) => ({ id, kind: 'student' as const, line: 7, in_file: person, on_file: { ...person, fiche: null } }));
  const asked = showRoom({ preview_import: preview({ questions, question_count: 5 }) });
  await choose();
  const [first, second] = await screen.findAllByRole('radiogroup');
  if (!first || !second) throw new Error('no questions');
  await userEvent.click(within(first).getByLabelText('même personne'));
  await userEvent.click(within(second).getByLabelText('deux personnes'));
  await said('Et 2 autres.');
  await press('apply_import');
  await screen.findByText('Le registre est à jour.');
  expect(of(asked, 'apply_import')).toEqual([
    { token: 't1', accept_alarms: false, answers: [{ id: 'q1', same: true }, { id: 'q2', same: false }] },
  ]);
});

test.each([
  ['file_changed', 'preview_again'],
  ['import_cancelled', 'preview_again'],
  ['nothing_previewed', 'preview_again'],
  ['import_under_way', 'apply_import'],
] as const)('after the failure %s the next press is %s', async (code, next) => {
  showRoom({ apply_import: new Refused({ code }) });
  await choose();
  await press('apply_import');
  await waitFor(() => expect(document.querySelector('[role="alert"], [role="status"]')).not.toBeNull());
  await found(next);
});

test('while it is applied one sees how far it is and can cancel', async () => {
  const asked = showRoom({
    apply_import: () => new Promise(() => undefined),
    import_progress: { phase: 'writing', done: 5000, total: 20_000 },
  });
  await choose();
  await press('apply_import');
  const bar = await screen.findByRole('progressbar');
  await waitFor(() => expect(bar.getAttribute('aria-valuenow')).toBe('25'));
  expect(screen.getByText('Écriture du registre…').getAttribute('role')).toBe('status');
  await press('cancel_import');
  expect(of(asked, 'cancel_import')).toHaveLength(1);
});

test('the newest import is undone only after a question, also by who comes back to the room', async () => {
  const asked = showRoom({ view_import_room: room({ last: LAST }), undo_import: { removed: 3, restored: 1, kept: 1 } });
  await press('ask_undo_import');
  expect(of(asked, 'undo_import')).toHaveLength(0);
  await press('undo_import');
  await screen.findByText('L’importation est défaite.');
  expect(document.querySelector('[data-count="kept"]')?.textContent).toContain('1');
});

test('an import that cannot be undone any more does not offer it', async () => {
  showRoom({ view_import_room: room({ last: { ...LAST, can_be_undone: false, undone_at: '2026-11-22T15:00:00Z' } }) });
  await screen.findByText(/a été défaite/);
  expect(document.querySelector('[data-act="ask_undo_import"]')).toBeNull();
});

test('the lines that cannot be used are written where the person says', async () => {
  const unusable = [{ file: 'registre.csv', line: 7, field: 'fiche', value: '•••', reason: 'missing' }];
  const asked = showRoom({ preview_import: preview({ unusable, unusable_count: 1 }) });
  await choose();
  await press('ask_export_unusable');
  await userEvent.type(await screen.findByLabelText('Fichier à écrire'), '/tmp/lignes.csv');
  await press('export_unusable');
  await screen.findByText('Les lignes inutilisables sont enregistrées.');
  expect(of(asked, 'export_unusable')).toEqual([{ token: 't1', path: '/tmp/lignes.csv' }]);
});

test('a guardian whom the source forgot leads to the children’s files', async () => {
  const went: Room[] = [];
  const child = { student_id: 's1', last_names: 'Tremblay', first_names: 'Olivia' };
  showRoom(
    { gone_guardians: [{ guardian_id: 'g1', last_names: 'Roy', first_names: 'Jo', email: 'jo@exemple.org', students: [child] }] },
    (to) => went.push(to),
  );
  await press('open_student');
  expect(went).toEqual([{ name: 'student', studentId: 's1' }]);
});

test('a file that waits in the watched folder is looked at or set aside', async () => {
  const waiting = { path: '/srv/depot/a.csv', name: 'a.csv', found_at: LAST.at, new: 2, changed: 0, gone: 1, failure: null };
  const alarming = { ...waiting, path: '/srv/depot/b.csv', name: 'b.csv', failure: { code: 'import_alarms' as const } };
  const asked = showRoom({
    view_import_room: room({
      watched: {
        folder: '/srv/depot',
        mode: 'preview',
        trouble: 'not_found',
        waiting: [waiting, alarming],
        taken: [
          { name: 'c.csv', at: LAST.at, result: RESULT, failure: null },
          { name: 'd.csv', at: LAST.at, result: null, failure: { code: 'file_unusable', reason: 'empty', detail: null } },
          { name: 'e.csv', at: LAST.at, result: null, failure: null },
        ],
      },
    }),
  });
  await said('2 fichiers attendent.');
  expect(screen.getByText(/introuvable/)).toBeTruthy();
  expect(screen.getByText(/^Refusé/)).toBeTruthy();
  await press('set_aside');
  await waitFor(() => expect(of(asked, 'set_aside')).toEqual([{ path: '/srv/depot/a.csv' }]));
  await press('look_at_waiting');
  await found('apply_import');
  expect(of(asked, 'preview_import')).toEqual([{ path: '/srv/depot/a.csv', complete: false }]);
});

test('a folder is asked for before it is watched', async () => {
  const asked = fakeShell({ view_watch_settings: { folder: null, mode: 'off' } });
  show(<Watch />);
  await userEvent.click(await screen.findByLabelText(/^L’annoncer/));
  await press('set_watch');
  await screen.findByText('Choisissez un dossier.');
  expect(of(asked, 'set_watch')).toHaveLength(0);
  await userEvent.type(screen.getByLabelText('Dossier'), '/srv/depot');
  await press('set_watch');
  await waitFor(() => expect(of(asked, 'set_watch')).toEqual([{ mode: 'preview', folder: '/srv/depot' }]));
});
