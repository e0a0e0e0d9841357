// The desk's window at work, over a desk that answers as the test wishes.
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { type DeskView, newQueries } from '../src/backend';
import { DeskWindow } from '../src/desk/DeskWindow';
import { placesAsked } from '../src/features/first-start/RecoveryWordsStep';
import { moved } from '../src/features/registry/Search';
import { offered } from '../src/features/visit/Children';
import { likelyCause } from '../src/features/visit/EndVisit';
import { OLIVIA, open, visit, ZOE } from './deskViews';
import { announce, type Asked, fakeShell, Refused } from './fake';

afterEach(cleanup);

function showDesk(view: DeskView, answers: Record<string, unknown> = {}): Asked[] {
  const asked = fakeShell({ view_desk: view, ...answers });
  render(
    <QueryClientProvider client={newQueries()}>
      <DeskWindow />
    </QueryClientProvider>,
  );
  return asked;
}
const commands = (asked: Asked[]) => asked.map((one) => one.command);
const act = async (name: string) => {
  const button = await waitFor(() => {
    const found = document.querySelector<HTMLElement>(`[data-act="${name}"]`);
    if (!found) throw new Error(`no ${name}`);
    return found;
  });
  await userEvent.click(button);
};

test('the arrows and Enter open the child, and the field keeps the focus meanwhile', async () => {
  const asked = showDesk(open(), {
    find_students: { students: [OLIVIA, ZOE].map((one) => ({ student: one, why: 'name', near: false, met: [] })), more: false },
    open_student: new Refused({ code: 'not_found' }),
  });
  const field = await screen.findByRole('combobox');
  await userEvent.type(field, 'o');
  await screen.findAllByRole('option');
  await userEvent.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(field);
  expect(screen.getAllByRole('option').map((one) => one.getAttribute('aria-selected'))).toEqual(['false', 'true']);
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(commands(asked)).toContain('open_student'));
  expect(asked.find((one) => one.command === 'open_student')?.request).toEqual({ student_id: 's2' });
});

test('an empty search asks nothing', async () => {
  const asked = showDesk(open());
  await userEvent.type(await screen.findByRole('combobox'), '  ');
  expect(commands(asked)).not.toContain('find_students');
});

test.each([
  [0, 'ArrowDown', 3, 1],
  [2, 'ArrowDown', 3, 0],
  [0, 'ArrowUp', 3, 2],
  [1, 'ArrowUp', 3, 0],
  [0, 'ArrowDown', 0, -1],
  [1, 'a', 3, 1],
])('from place %i, %s among %i leads to %i', (place, key, count, next) => {
  expect(moved(place, key, count)).toBe(next);
});

test('opening a file is asked once, since it is an entry of the journal', async () => {
  const asked = showDesk(open(), {
    find_students: { students: [{ student: OLIVIA, why: 'name', near: false, met: [] }], more: false },
    open_student: {
      student: OLIVIA,
      sex: null,
      permanent_code: 'TREO••••••••',
      source: 'csv',
      imported_at: null,
      differs: [],
      guardians: [],
      proposals: [],
      claims_locked_at: null,
      siblings: [],
      history: [],
    },
    start_visit: new Refused({ code: 'visit_under_way' }),
  });
  await userEvent.type(await screen.findByRole('combobox'), 'o');
  await screen.findByRole('option');
  await userEvent.keyboard('{Enter}');
  await act('start_visit_other');
  await screen.findByRole('alert');
  expect(commands(asked).filter((one) => one === 'open_student')).toHaveLength(1);
});

test('the numbers are shown while the press is held, and no longer', async () => {
  showDesk(open(), {
    find_students: { students: [{ student: OLIVIA, why: 'name', near: false, met: [] }], more: false },
    open_student: {
      student: OLIVIA,
      sex: null,
      permanent_code: 'TREO••••••••',
      source: 'csv',
      imported_at: null,
      differs: [],
      guardians: [],
      proposals: [],
      claims_locked_at: null,
      siblings: [],
      history: [],
    },
    reveal_numbers: { fiche: '1234521', permanent_code: 'TREO71531501' },
  });
  await userEvent.type(await screen.findByRole('combobox'), 'o');
  await screen.findByRole('option');
  await userEvent.keyboard('{Enter}');
  const button = await screen.findByRole('button', { name: 'Maintenir pour voir' });
  expect(screen.queryByText('TREO71531501')).toBeNull();
  const keyboard = userEvent.setup();
  button.focus();
  await keyboard.keyboard('{Enter>}');
  expect(await screen.findByText('TREO71531501')).toBeTruthy();
  await keyboard.keyboard('{/Enter}');
  expect(screen.queryByText('TREO71531501')).toBeNull();
});

test('a secretary is shown no room of the administrator', async () => {
  showDesk(open());
  await screen.findByRole('combobox');
  for (const room of ['staff', 'journal', 'settings', 'mailbox']) {
    expect(document.querySelector(`[data-act="room_${room}"]`)).toBeNull();
  }
});

test('siblings are offered once each, and not when they are tied', () => {
  expect(offered(visit()).map((one) => one.id)).toEqual(['s1', 's2']);
  const tied = { student: ZOE, confirmed: { at: '2026-11-22T14:00:00Z', method: 'claim', by: null }, in_this_visit: true } as const;
  expect(offered(visit({ children: [tied] })).map((one) => one.id)).toEqual(['s1']);
});

test('in person children are confirmed by one act, each with what ties the adult to them', async () => {
  const asked = showDesk(open({ visit: visit() }));
  await act('room_visit');
  await userEvent.click(await screen.findByRole('radio', { name: 'Passeport' }));
  await act('confirm_in_person');
  expect(commands(asked)).not.toContain('confirm_in_person');
  const [first, second] = screen.getAllByRole('radio', { name: 'Document scolaire' });
  await userEvent.click(first as HTMLElement);
  await userEvent.click(second as HTMLElement);
  await act('confirm_in_person');
  await waitFor(() => expect(commands(asked)).toContain('confirm_in_person'));
  expect(asked.find((one) => one.command === 'confirm_in_person')?.request).toEqual({
    identity_document: 'passport',
    children: [
      { student_id: 's1', tie_document: 'school_document' },
      { student_id: 's2', tie_document: 'school_document' },
    ],
  });
});

test('before any code the address on file is offered once a document was seen', async () => {
  const asked = showDesk(open({ visit: visit({ step: 'address', children: [], address: null, code: null }) }));
  await act('room_visit');
  await act('offer_address');
  expect(commands(asked)).not.toContain('offer_address');
  await userEvent.click(await screen.findByRole('radio', { name: 'Passeport' }));
  await act('offer_address');
  await waitFor(() => expect(commands(asked)).toContain('offer_address'));
  expect(asked.find((one) => one.command === 'offer_address')?.request).toEqual({ identity_document: 'passport' });
});

test('after the summary the visit is ended as done, then put away', async () => {
  const asked = showDesk(open({ visit: visit({ step: 'summary' }) }));
  await act('room_visit');
  await act('close_visit');
  await waitFor(() => expect(commands(asked)).toContain('close_visit'));
  const acts = asked.filter((one) => one.command.endsWith('_visit'));
  expect(acts).toEqual([
    { command: 'end_visit', request: { cause: 'done' } },
    { command: 'close_visit', request: null },
  ]);
});

test.each([
  [{ address_on_file: false }, 'address_not_on_file'],
  [{ step: 'children' }, 'information_missing'],
  [{ step: 'address' }, 'cancelled_by_parent'],
] as const)('with %j the cause that is proposed is %s', (changes, cause) => {
  expect(likelyCause(visit({ code: null, ...changes }))).toBe(cause);
});

test('a wrong password says how long to wait, and the press waits with it', async () => {
  const asked = showDesk(
    { phase: 'sign_in', kind: 'real' },
    { sign_in: new Refused({ code: 'wrong_password', wait_seconds: 30 }) },
  );
  await userEvent.type(await screen.findByRole('textbox', { name: "Nom d’utilisateur" }), 'marie');
  await userEvent.type(document.querySelector('[name=password]') as HTMLElement, 'x{Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain('30');
  await act('sign_in');
  expect(commands(asked).filter((one) => one === 'sign_in')).toHaveLength(1);
});

test('the words of recovery stay on the screen though the desk is open by then, until three are written back', async () => {
  const sheet = Array.from({ length: 24 }, (_, place) => `mot${String(place + 1)}`);
  let view: DeskView = { phase: 'first_start', demo_exists: false };
  showDesk(view, {
    view_desk: () => view,
    find_service_centres: [
      {
        centre: { code: '762000', name: 'CSS de Montréal', kind: 'francophone', former_name: null, acronyms: ['CSSDM'] },
        school: null,
      },
    ],
    check_staff_password: { length: 20, refused: null },
    set_up_desk: () => {
      view = open({ role: 'administrator' });
      // The window is told that the desk is open before it has the answer.
      announce();
      return new Promise((resolve) => setTimeout(resolve, 100, { words: sheet }));
    },
    view_mail_settings: null,
  });
  await act('set_up');
  await userEvent.type(await screen.findByRole('combobox'), 'cssdm{ArrowDown}{Enter}');
  await userEvent.type(document.querySelector('[name=school_name]') as HTMLElement, 'Quatre-Vents');
  await act('next');
  await userEvent.type(await screen.findByRole('textbox', { name: "Nom d’utilisateur" }), 'marie');
  await userEvent.type(document.querySelector('[name=password]') as HTMLElement, 'une phrase bien longue');
  await act('set_up_desk');
  expect(await screen.findByText('mot24')).toBeTruthy();
  await act('words_copied');
  const places = placesAsked(24);
  const field = (place: number) => document.querySelector(`[name=word_${String(place)}]`) as HTMLElement;
  for (const place of places) await userEvent.type(field(place), place === places[0] ? 'autre' : `mot${String(place)}`);
  await act('words_kept');
  expect(screen.getByText(/Ce n’est pas ce mot-là/)).toBeTruthy();
  await userEvent.clear(field(places[0] ?? 0));
  await userEvent.type(field(places[0] ?? 0), ` MOT${String(places[0])} `);
  await act('words_kept');
  expect(await screen.findByRole('heading', { name: 'Le serveur de courriel' })).toBeTruthy();
  await act('set_up_done');
  expect(await screen.findByRole('heading', { name: 'Registre' })).toBeTruthy();
});

test.each([
  [false, null],
  [true, ''],
])('the private authority of the mail server stays unless it is removed (%s)', async (removed, private_ca_path) => {
  const asked = showDesk(open({ role: 'administrator' }), {
    view_mail_settings: {
      host: 'smtp.ecole.example', port: 587, security: 'start_tls', user: null, has_password: false,
      from_address: 'ecole@ecole.example', from_name: '', has_private_ca: true,
    },
  });
  await act('room_settings');
  expect(await screen.findByText('Une autorité privée est inscrite. Laissez vide pour la garder.')).toBeTruthy();
  if (removed) await userEvent.click(screen.getByRole('checkbox', { name: 'Retirer l’autorité privée qui est inscrite' }));
  await act('set_mail');
  await waitFor(() => expect(commands(asked)).toContain('set_mail'));
  expect(asked.find((one) => one.command === 'set_mail')?.request).toMatchObject({ private_ca_path });
});

test('the window’s title names nobody', async () => {
  document.title = 'Guichet';
  showDesk(open({ visit: visit() }));
  await act('room_visit');
  expect(document.title).toBe('Guichet');
});

test('the staff may read English, and nothing of it is kept', async () => {
  showDesk(open());
  await screen.findByRole('combobox');
  await act('choose_language');
  expect(await screen.findByRole('heading', { name: 'Registry' })).toBeTruthy();
  expect(document.documentElement.lang).toBe('en-CA');
});
