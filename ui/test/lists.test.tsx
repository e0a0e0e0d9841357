// Schools, groups and lists at the desk's window, over a desk that answers as the test wishes.
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { type DeskView, type ListedStudent, newQueries } from '../src/backend';
import { DeskWindow } from '../src/desk/DeskWindow';
import { type Asked, fakeShell, Refused } from './fake';

afterEach(cleanup);

const open: DeskView = {
  phase: 'open',
  kind: 'real',
  school_name: 'École des Quatre-Vents',
  service_centre: { code: '762000', name: 'CSS de Montréal', kind: 'francophone', former_name: null, acronyms: [] },
  user_name: 'marie',
  role: 'secretary',
  visit: null,
  mail: { waiting: 0, will_retry: 0, needs_you: 0 },
  mail_server_set: true,
  pending_proposals: 0,
  aside: [],
  interrupted: [],
  waiting_imports: 0,
  open_requests: 0,
  locks_in_seconds: null,
  registry: { students: 2, imported_at: '2026-11-21T14:00:00Z', age_days: 1, warning: 'none' },
};

const ZOE: ListedStudent = {
  student: {
    id: 's2',
    last_names: 'Côté',
    first_names: 'Zoé',
    birth_date: '2015-03-09',
    fiche: '•••4521',
    school: 'École des Érables',
    group: '402',
    active: true,
    incomplete: true,
  },
  standing: 'account',
  adults: [
    {
      last_names: 'Roy',
      first_names: 'Jo',
      relationship: 'mother',
      access: 'allowed',
      has_address: false,
      account: 'account',
      confirmed: false,
    },
  ],
};

const answers = {
  view_desk: open,
  view_school_list: { schools: 3 },
  list_schools: {
    schools: [
      { id: 'e1', name: 'École des Érables', counts: { students: 3, served: 1, incomplete: 1 } },
      { id: null, name: null, counts: { students: 1, served: 0, incomplete: 0 } },
    ],
    more: false,
  },
  list_groups: { groups: [{ name: '402', counts: { students: 3, served: 1, incomplete: 1 } }], more: false },
  list_students: { students: [ZOE], more: false, counts: { students: 3, served: 1, incomplete: 1 } },
  open_student: new Refused({ code: 'not_found' }),
};

function showDesk(more: Record<string, unknown> = {}): Asked[] {
  const asked = fakeShell({ ...answers, ...more });
  render(
    <QueryClientProvider client={newQueries()}>
      <DeskWindow />
    </QueryClientProvider>,
  );
  return asked;
}
const act = async (name: string) => {
  const button = await waitFor(() => {
    const found = document.querySelector<HTMLElement>(`[data-act="${name}"]`);
    if (!found) throw new Error(`no ${name}`);
    return found;
  });
  await userEvent.click(button);
};
const requests = (asked: Asked[], command: string) => asked.filter((one) => one.command === command).map((one) => one.request);
/** Without the marks that Fluent puts around what is filled in. */
const read = () => document.body.textContent.replace(/[\u2066-\u2069]/gu, '');

const OF_402 = { school: { which: 'one', id: 'e1' }, group: { which: 'one', name: '402' }, presence: 'here', incomplete: false };

test('from the registry one comes to a school, a group, and the file of a child without an account', async () => {
  const asked = showDesk();
  await act('room_schools');
  await screen.findByRole('heading', { name: 'Écoles et groupes' });
  expect(read()).toContain('1 famille sur 3 a son compte.');
  expect(read()).toContain('Sans école');
  await act('open_school');
  await act('open_group');
  await screen.findByRole('heading', { name: /Groupe .*402/ });
  await screen.findByText('Les familles sans compte');
  expect(requests(asked, 'list_groups')).toEqual([{ school: { which: 'one', id: 'e1' }, from: 0 }]);
  expect(requests(asked, 'list_students')).toEqual([{ filter: { ...OF_402, unserved: true }, after: null }]);
  for (const said of ['Côté', 'compte, enfant non confirmé', 'courriel inconnu', 'enfant non confirmé', 'Dossier incomplet']) {
    expect(read()).toContain(said);
  }
  await act('open_student');
  await waitFor(() => expect(requests(asked, 'open_student')).toEqual([{ student_id: 's2' }]));
});

test('a group whose families all have their account says so', async () => {
  showDesk({ list_students: { students: [], more: false, counts: { students: 3, served: 3, incomplete: 0 } } });
  await act('room_schools');
  await act('open_school');
  await act('open_group');
  expect(await screen.findByText('Toutes les familles de ce groupe ont leur compte.')).toBeTruthy();
  expect(read()).toContain('3 familles sur 3 ont leur compte.');
});

test('the filters choose the list, and another school forgets the group', async () => {
  const asked = showDesk();
  await act('room_schools');
  await act('room_students');
  const choose = async (name: string, option: string | RegExp) => {
    await userEvent.click(await screen.findByRole('button', { name: new RegExp(name) }));
    await userEvent.click(await screen.findByRole('option', { name: option }));
  };
  await choose('^.*École$', 'École des Érables');
  await choose('Groupe', '402');
  await choose('Présence', 'Élèves partis');
  await userEvent.click(screen.getByRole('checkbox', { name: 'Dossiers incomplets seulement' }));
  const last = () => requests(asked, 'list_students').at(-1);
  await waitFor(() =>
    expect(last()).toEqual({ filter: { ...OF_402, presence: 'gone', incomplete: true, unserved: false }, after: null }),
  );
  await choose('École', 'Sans école');
  await waitFor(() => expect(last()).toMatchObject({ filter: { school: { which: 'without' }, group: { which: 'any' } } }));
});

test('the next page begins after the last student that is shown', async () => {
  const asked = showDesk({ list_students: { ...answers.list_students, more: true } });
  await act('room_schools');
  await act('room_students');
  await act('list_next');
  await waitFor(() => expect(requests(asked, 'list_students').at(-1)).toMatchObject({ after: 's2' }));
});

test('an export asks before it replaces a file, and says what was written', async () => {
  const asked = showDesk({
    export_students: ({ path, replace }: { path: string; replace: boolean }) =>
      replace ? { path, students: 3 } : new Refused({ code: 'file_exists' }),
  });
  await act('room_schools');
  await act('room_students');
  await act('export_open');
  await userEvent.click(await screen.findByRole('radio', { name: /Excel.*classeur/ }));
  await act('export_students');
  expect(requests(asked, 'export_students')).toEqual([]);
  await userEvent.type(document.querySelector('[name=path]') as HTMLElement, '/tmp/liste.xlsx');
  await act('export_students');
  expect(await screen.findByText('Il y a déjà un fichier à cet endroit.')).toBeTruthy();
  await act('export_replace');
  await screen.findByText(/La liste est écrite/);
  expect(requests(asked, 'export_students').at(-1)).toEqual({
    filter: { school: { which: 'any' }, group: { which: 'any' }, presence: 'here', incomplete: false, unserved: false },
    format: 'excel',
    path: '/tmp/liste.xlsx',
    replace: true,
    language: 'fr-CA',
  });
});

test('a school is told with its service centre, and a missing list says whom to ask', async () => {
  const laval = { code: '831000', name: 'CSS de Laval', kind: 'francophone', former_name: null, acronyms: [] };
  const envol = { code: '831001', name: 'École de l’Envol', municipality: 'Laval' };
  showDesk({
    find_schools: ({ query }: { query: string }) => ({ schools: query === 'x' ? [] : [{ school: envol, centre: laval }], more: false }),
  });
  await act('room_schools');
  const field = await screen.findByRole('textbox', { name: 'Nom de l’école' });
  await userEvent.type(field, 'envol');
  expect(await screen.findByText('CSS de Laval')).toBeTruthy();
  await userEvent.clear(field);
  await userEvent.type(field, 'x');
  expect(await screen.findByText('Aucune école de la liste ne porte ce nom.')).toBeTruthy();
  cleanup();
  showDesk({ view_school_list: { schools: 0 } });
  await act('room_schools');
  expect(await screen.findByText(/Aucune liste d’écoles n’est chargée/)).toBeTruthy();
});

test('the administrator loads the list of schools and is told what could not be used', async () => {
  const asked = showDesk({
    view_desk: { ...open, role: 'administrator' },
    load_schools: { schools: 3, replaced: 0, unusable: 2 },
  });
  await act('room_settings');
  const path = await waitFor(() => {
    const found = document.querySelector<HTMLElement>('form:has([data-act="load_schools"]) [name=path]');
    if (!found) throw new Error('no field');
    return found;
  });
  await userEvent.type(path, '/tmp/ecoles.csv');
  await act('load_schools');
  await screen.findByText(/écoles sont chargées/);
  expect(read()).toContain('2 lignes n’ont pas pu servir');
  expect(requests(asked, 'load_schools')).toEqual([{ path: '/tmp/ecoles.csv' }]);
});
