// The desk by keyboard, its list of keys, what stopped before its end, and the picture of the parent's screen.
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { type DeskView, type InterruptedLine, newQueries } from '../src/backend';
import { DeskWindow } from '../src/desk/DeskWindow';
import { askedBy, KEYS } from '../src/desk/keys';
import { screenWords } from '../src/features/visit/screenWords';
import { L10nProvider } from '../src/l10n';
import { parentBundles } from '../src/l10n/parentBundles';
import { StepScreen } from '../src/parent/StepScreen';
import { OLIVIA, open, visit } from './deskViews';
import { type Asked, fakeShell } from './fake';
import { parentView, STEPS } from './parentViews';

afterEach(cleanup);

function showDesk(view: DeskView): Asked[] {
  const asked = fakeShell({ view_desk: view });
  render(
    <QueryClientProvider client={newQueries()}>
      <DeskWindow />
    </QueryClientProvider>,
  );
  return asked;
}

const aside = { id: 'v3', number: 3, since: '2026-11-22T14:05:00Z', step: 'code', awaits: 'family', adult: null, needs_help: false, code: null } as const;
const stopped: InterruptedLine = {
  id: 'v7', number: 7, cause: 'program_stopped', changed_at: '2026-11-22T14:05:00Z', left_at: 'code',
  adult: { last_names: 'Roy', first_names: 'Jo' }, address: 'jo@exemple.org',
};

test.each([
  ['F1', {}, 'body', 'keys'],
  ['?', {}, 'body', 'keys'],
  ['?', {}, 'input', null],
  ['F2', {}, 'input', 'search'],
  ['/', {}, 'body', 'search'],
  ['/', {}, 'input', null],
  ['/', { ctrlKey: true }, 'body', null],
  ['k', { ctrlKey: true }, 'input', 'search'],
  ['k', {}, 'body', null],
  ['F4', {}, 'input', 'visit'],
  ['F4', { altKey: true }, 'body', null],
  ['F8', {}, 'input', 'aside'],
  ['F9', {}, 'body', 'take-up'],
  ['F9', {}, 'dialog', null],
  ['Enter', { ctrlKey: true }, 'input', 'main'],
  ['Enter', {}, 'input', null],
  ['Enter', { ctrlKey: true }, 'dialog', null],
  ['F2', { isComposing: true }, 'input', null],
] as const)('%s with %j in the %s asks for %s', (key, options, place, asked) => {
  const target = document.createElement(place === 'input' ? 'input' : 'div');
  if (place === 'dialog') target.setAttribute('role', 'dialog');
  const event = new KeyboardEvent('keydown', { key, ...options });
  Object.defineProperty(event, 'target', { value: target });
  expect(askedBy(event)).toBe(asked);
});

test('the list of keys opens by its key, by its button, and says every act', async () => {
  showDesk(open());
  await screen.findByRole('combobox');
  await userEvent.keyboard('{F1}');
  const list = await screen.findByRole('dialog', { name: 'Tout au clavier' });
  expect(list.querySelectorAll('dt')).toHaveLength(KEYS.length);
  expect(list.textContent).not.toContain('[');
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await userEvent.click(await screen.findByRole('button', { name: 'Touches du clavier' }));
  expect(await screen.findByRole('dialog')).toBeTruthy();
});

test('a visit is reached, set aside and taken up by keys, from whatever room', async () => {
  const asked = showDesk(open({ visit: visit(), aside: [aside] }));
  const field = await screen.findByRole('combobox');
  field.focus();
  await userEvent.keyboard('{F4}');
  expect(await screen.findByRole('heading', { name: /Visite nº/ })).toBeTruthy();
  await userEvent.keyboard('{F8}');
  await waitFor(() => expect(asked).toContainEqual({ command: 'set_visit_aside', request: null }));
  expect(await screen.findByRole('combobox')).toBeTruthy();
  await userEvent.keyboard('{F9}');
  await waitFor(() => expect(asked).toContainEqual({ command: 'take_up_visit', request: { visit_id: 'v3' } }));
});

test('nothing is set aside while there is no visit, nor one that has ended', async () => {
  for (const view of [open(), open({ visit: visit({ end: 'timed_out', step: 'ended' }) })]) {
    const asked = showDesk(view);
    await screen.findByRole('combobox');
    await userEvent.keyboard('{F8}{F9}');
    expect(asked.map((one) => one.command).filter((command) => command.endsWith('_visit'))).toEqual([]);
    cleanup();
  }
});

test('the key of confirming leads to what is still to be said, then confirms', async () => {
  const asked = showDesk(open({ visit: visit({ siblings: [OLIVIA] }) }));
  await screen.findByRole('combobox');
  await userEvent.keyboard('{F4}');
  const passport = await screen.findByRole('radio', { name: 'Passeport' });
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(document.activeElement?.getAttribute('type')).toBe('radio');
  expect(asked.map((one) => one.command)).not.toContain('confirm_in_person');
  await userEvent.click(passport);
  await userEvent.click(screen.getByRole('radio', { name: 'Document scolaire' }));
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(asked.map((one) => one.command)).toContain('confirm_in_person'));
});

test('a visit that the program left is told of before the first family, and taken up or dropped by one press', async () => {
  const asked = showDesk(open({ interrupted: [stopped] }));
  expect((await screen.findByText(/Une visite a été coupée/)).textContent).toBeTruthy();
  await userEvent.click(await screen.findByRole('button', { name: 'Reprendre ou oublier' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Oublier' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Reprendre' }));
  await waitFor(() =>
    expect(asked.filter((one) => one.command.endsWith('_visit'))).toEqual([
      { command: 'drop_visit', request: { visit_id: 'v7' } },
      { command: 'resume_visit', request: { visit_id: 'v7' } },
    ]),
  );
});

test('the visit that has just stopped is taken up from where it is shown', async () => {
  const asked = showDesk(open({ visit: visit({ step: 'ended', end: 'timed_out' }), interrupted: [{ ...stopped, cause: 'timed_out' }] }));
  await screen.findByRole('combobox');
  await userEvent.keyboard('{F4}');
  await userEvent.click(await screen.findByRole('button', { name: 'Reprendre cette visite' }));
  await waitFor(() => expect(asked).toContainEqual({ command: 'resume_visit', request: { visit_id: 'v7' } }));
});

test('whoever touches the window is told of, without which key', async () => {
  const asked = showDesk(open());
  await userEvent.type(await screen.findByRole('combobox'), 'tremblay');
  expect(asked.filter((one) => one.command === 'say_at_desk')).toEqual([{ command: 'say_at_desk', request: null }]);
});

test('the desk shows heading and fields of the parent’s screen in both languages, and nothing that is typed', async () => {
  const step = { step: 'new_password', address: 'jo@exemple.org', replaces: false } as const;
  showDesk(open({ visit: visit({ step: 'new_password', on_parents_screen: step }) }));
  await screen.findByRole('combobox');
  await userEvent.keyboard('{F4}');
  const picture = await waitFor(() => {
    const found = document.querySelector<HTMLElement>('[data-preview="parent-password"]');
    if (!found) throw new Error('no picture');
    return found;
  });
  expect(picture.querySelector('[lang="ar"]')?.getAttribute('dir')).toBe('rtl');
  expect(picture.querySelector('[lang="fr-CA"]')).toBeTruthy();
  expect(picture.querySelectorAll('input, [role=textbox], button')).toHaveLength(0);
});

test.each(Object.keys(STEPS) as (keyof typeof STEPS)[])('the picture of %s has the heading and the fields of the screen', (name) => {
  fakeShell({ offer_service_centres: [] });
  const { step } = parentView(STEPS[name]);
  render(
    <QueryClientProvider client={newQueries()}>
      <L10nProvider bundles={parentBundles} locale="en-CA">
        <StepScreen view={parentView(step, 'en-CA')} />
      </L10nProvider>
    </QueryClientProvider>,
  );
  const words = screenWords(step);
  const said = (id: string) => {
    const bundle = parentBundles.get('en-CA');
    const pattern = bundle?.getMessage(id)?.value;
    return bundle && pattern ? bundle.formatPattern(pattern, words.args, []) : `no ${id}`;
  };
  expect(screen.getByRole('heading', { level: 1 }).textContent).toContain(said(words.heading));
  for (const field of words.fields) expect(document.body.textContent).toContain(said(field));
  const inputs = new Set([...document.querySelectorAll<HTMLInputElement>('input:not([type=radio], [hidden])')].map((one) => one.name));
  inputs.delete('');
  // A date is one field of three parts.
  expect(inputs.size).toBeLessThanOrEqual(words.fields.length);
});
