// The search of the registry: what is marked, what is near, and what an answer that has not come yet may not do.
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { type FoundStudent, newQueries } from '../src/backend';
import { pieces } from '../src/features/registry/Marked';
import { Search } from '../src/features/registry/Search';
import { FRENCH, L10nProvider } from '../src/l10n';
import { deskBundles } from '../src/l10n/deskBundles';
import { fakeShell } from './fake';

afterEach(cleanup);

const found = (id: string, last_names: string, changes: Partial<FoundStudent> = {}): FoundStudent => ({
  student: {
    id,
    last_names,
    first_names: 'Olivia',
    birth_date: null,
    fiche: null,
    school: null,
    group: null,
    active: true,
    incomplete: false,
  },
  why: 'name',
  near: false,
  proposal_waits: false,
  met: [],
  ...changes,
});

function showSearch(answer: unknown): string[] {
  fakeShell({ find_students: answer });
  const opened: string[] = [];
  render(
    <QueryClientProvider client={newQueries()}>
      <L10nProvider bundles={deskBundles} locale={FRENCH}>
        <Search onOpen={(id) => opened.push(id)} />
      </L10nProvider>
    </QueryClientProvider>,
  );
  return opened;
}

test.each([
  ['Tremblay', [], ['Tremblay']],
  ['Tremblay', [[0, 4]], ['[Trem]', 'blay']],
  ['De la Cruz', [[3, 5], [6, 10]], ['De ', '[la]', ' ', '[Cruz]']],
  ['𠮷田', [[0, 2]], ['[𠮷]', '田']],
])('%s is cut at %j', (text, marks, expected) => {
  const cut = pieces(text, marks.map(([start = 0, end = 0]) => ({ start, end })));
  expect(cut.map((piece) => (piece.isMarked ? `[${piece.text}]` : piece.text))).toEqual(expected);
});

test('what was typed is marked, in the name and in what of an adult was met', async () => {
  const met = [
    { field: 'last_names' as const, text: 'Tremblay', marks: [{ start: 0, end: 4 }] },
    { field: 'address' as const, text: 'jo@exemple.org', marks: [{ start: 0, end: 3 }] },
  ];
  showSearch({ students: [found('s1', 'Tremblay', { why: 'address', met })], more: false });
  await userEvent.type(screen.getByRole('combobox'), 'trem jo@');
  const option = await screen.findByRole('option');
  expect(option.textContent).toContain('Tremblay, Olivia');
  expect(option.textContent).toContain('trouvé par le courriel jo@exemple.org');
  expect([...option.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Trem', 'jo@']);
});

test('where everybody is only near, the words say so', async () => {
  showSearch({ students: [found('s1', 'Tremblay', { near: true })], more: false });
  await userEvent.type(screen.getByRole('combobox'), 'tremblai');
  expect((await screen.findByText(/Vouliez-vous dire/)).getAttribute('role')).toBe('status');
  expect(screen.getByRole('option').textContent).toContain('nom approchant');
});

test('Enter opens nothing while the answer to what is typed has not come', async () => {
  let answer: (late: unknown) => void = () => undefined;
  const late = new Promise<unknown>((resolve) => (answer = resolve));
  const answers = [{ students: [found('s1', 'Tremblay')], more: false }, late];
  const opened = showSearch(() => answers.shift());
  const field = screen.getByRole('combobox');
  await userEvent.type(field, 't');
  await screen.findByRole('option');
  await userEvent.type(field, 'u{Enter}');
  expect(opened).toEqual([]);
  answer({ students: [found('s2', 'Turcotte')], more: false });
  await screen.findByRole('option', { name: /Turcotte/ });
  await userEvent.type(field, '{Enter}');
  expect(opened).toEqual(['s2']);
});
