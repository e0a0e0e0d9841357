// The day's room, the slip and the idle warning, over a desk that answers as the test wishes.
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { type DayView, newQueries } from '../src/backend';
import { Day } from '../src/features/day/Day';
import { IdleWarning } from '../src/features/idle/IdleWarning';
import { SlipButton } from '../src/features/slip/Slip';
import { FRENCH, L10nProvider } from '../src/l10n';
import { deskBundles } from '../src/l10n/deskBundles';
import { type Asked, fakeShell } from './fake';

afterEach(cleanup);

const DAY: DayView = {
  day: '2026-11-22',
  closed: null,
  board: {
    hours: [
      { hour: 8, visits: 3 },
      { hour: 9, visits: 0 },
    ],
    ends: [{ cause: 'done', visits: 2 }],
    under_way: 1,
  },
  waiting: [
    {
      kind: 'mail',
      state: 'sending',
      since: '2026-11-22T13:00:00Z',
      about: 'jo@exemple.org',
      mail: 'verification_code',
      correction: null,
      request: null,
      trouble: 'took_too_long',
      due_at: null,
    },
  ],
  unproven: [],
  stopped: [
    {
      visit_id: 'v1',
      number: 12,
      ended_at: '2026-11-22T13:00:00Z',
      cause: 'code_not_received',
      adult: null,
      child: 'Roy, Jo',
      to_call: true,
      outcome: null,
      called_at: null,
    },
  ],
  coming_of_age: [
    {
      student: {
        id: 's1',
        last_names: 'Roy',
        first_names: 'Sam',
        birth_date: '2008-12-24',
        fiche: null,
        school: null,
        group: '501',
        active: true,
        incomplete: false,
      },
      on: '2026-12-24',
    },
  ],
  made: [],
  journal_count: 40,
  journal_head: 'abcd',
  backup: { made_at: null },
};

function show(node: ReactNode, answers: Record<string, unknown>): Asked[] {
  const asked = fakeShell(answers);
  render(
    <QueryClientProvider client={newQueries()}>
      <L10nProvider bundles={deskBundles} locale={FRENCH}>
        {node}
      </L10nProvider>
    </QueryClientProvider>,
  );
  return asked;
}

test('the picture of the day says the same as its tables, and what is slow says why', async () => {
  show(<Day role="secretary" />, { view_day: DAY });
  await waitFor(() => expect(document.querySelectorAll('svg rect')).toHaveLength(2));
  const rows = screen.getAllByRole('row').map((row) => row.textContent.replace(/[\u2068\u2069]/g, ''));
  expect(rows).toContain('8 h3');
  expect(rows.some((row) => row.includes('plus de deux minutes'))).toBe(true);
  // The backup is an administrator's.
  expect(document.querySelector('[data-act="back_up"]')).toBeNull();
});

test('a family is reached or not by one press, and the day is closed by another', async () => {
  const asked = show(<Day role="administrator" />, { view_day: DAY });
  await userEvent.click(await screen.findByRole('button', { name: 'Pas jointe' }));
  await userEvent.click(screen.getByRole('button', { name: 'Fermer la journée' }));
  await waitFor(() => expect(asked.map((one) => one.command)).toContain('close_day'));
  const call = asked.find((one) => one.command === 'call_back');
  expect(call?.request).toEqual({ visit_id: 'v1', outcome: 'not_reached' });
});

test('a slip that was printed before says that it is a copy, in both languages', async () => {
  const words = (locale: string, copy: string) => ({
    locale, right_to_left: locale === 'ar', title: 't', day: 'd', number: 'n', keep: 'k', portal: 'p', phone: 'f', copy,
  });
  show(<SlipButton number={7} />, {
    print_slip: {
      number: 7, is_copy: true, school_name: 'École', portal_address: null, support_phone: null,
      words: [words('fr-CA', 'copie'), words('ar', 'نسخة')],
    },
  });
  await userEvent.click(screen.getByRole('button', { name: 'Billet de visite' }));
  await screen.findByText('copie');
  expect(screen.getByText('نسخة').closest('[dir]')?.getAttribute('dir')).toBe('rtl');
});

test('whoever is there says so, and Rust is told', async () => {
  const asked = show(<IdleWarning seconds={60} />, {});
  await screen.findByText(/60/);
  await userEvent.click(screen.getByRole('button', { name: 'Je suis là' }));
  expect(asked.map((one) => one.command)).toContain('say_at_desk');
});

test('who is soon of age is told with the day', async () => {
  show(<Day role="secretary" />, { view_day: DAY });
  const line = await screen.findByRole('row', { name: /Sam/ });
  expect(line.textContent).toContain('501');
  expect(line.textContent).toContain('24 décembre 2026');
});
