// Visits set aside and taken up again, in the desk's window.
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { type AsideLine, newQueries } from '../src/backend';
import { DeskWindow } from '../src/desk/DeskWindow';
import { open, visit } from './deskViews';
import { type Asked, fakeShell } from './fake';

afterEach(cleanup);

const line = (number: number, changes: Partial<AsideLine> = {}): AsideLine => ({
  id: `v${String(number)}`,
  number,
  since: '2026-11-22T14:05:00Z',
  step: 'code',
  awaits: 'code',
  adult: { last_names: 'Roy', first_names: 'Jo' },
  needs_help: false,
  code: {
    mail: 'done', trouble: null, server_words: null, sent_at: '2026-11-22T14:04:00Z', expires_at: '2026-11-22T14:19:00Z',
    expired: false, wrong_entries: 0, dead: false,
  },
  ...changes,
});

function showDesk(view: ReturnType<typeof open>): Asked[] {
  const asked = fakeShell({ view_desk: view });
  render(
    <QueryClientProvider client={newQueries()}>
      <DeskWindow />
    </QueryClientProvider>,
  );
  return asked;
}

const press = async (name: string) =>
  userEvent.click(
    await waitFor(() => {
      const found = document.querySelector<HTMLElement>(`[data-act="${name}"]`);
      if (!found) throw new Error(`no ${name}`);
      return found;
    }),
  );

test('a visit is set aside by one press, which leads to the search for the next family', async () => {
  const asked = showDesk(open({ visit: visit({ step: 'code' }) }));
  await press('room_visit');
  await press('set_visit_aside');
  await waitFor(() => expect(asked).toContainEqual({ command: 'set_visit_aside', request: null }));
  expect(await screen.findByRole('combobox')).toBeTruthy();
});

test('the side of every room says a number and what it waits for, never a name; one press takes it up', async () => {
  const asked = showDesk(open({ aside: [line(7), line(9, { awaits: 'approval', code: null })] }));
  const rail = await screen.findByRole('region', { name: 'Mises de côté' });
  expect(within(rail).getAllByRole('button').map((one) => one.textContent.replaceAll(/[\u2068\u2069]/g, ''))).toEqual([
    'Nº 7Code : parti',
    'Nº 9Attend une approbation.',
  ]);
  await press('rail_take_up_9');
  await waitFor(() => expect(asked).toContainEqual({ command: 'take_up_visit', request: { visit_id: 'v9' } }));
  expect(await screen.findByRole('heading', { name: 'Visite' })).toBeTruthy();
});

test.each([
  [{}, 'Code : parti'],
  [{ needs_help: true }, 'Le parent demande de l’aide.'],
  [{ code: { ...line(7).code, expired: true } as AsideLine['code'] }, 'Son code ne sert plus.'],
  [{ awaits: 'nothing', code: null }, 'Arrêtée : reprenez-la pour voir pourquoi.'],
] as const)('with %j the line says %s', async (changes, words) => {
  showDesk(open({ aside: [line(7, changes)] }));
  await press('room_visit');
  const card = (await screen.findAllByRole('region', { name: 'Visites mises de côté' })).at(-1) as HTMLElement;
  expect(card.textContent.replaceAll(/[\u2068\u2069]/g, '')).toContain(words);
  expect(card.textContent).toContain('Roy');
});
