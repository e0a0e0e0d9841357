// The parent's window at each step, with a desk that answers as the test wishes.
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { newQueries, type ParentStep, type ParentView } from '../src/backend';
import { ParentWindow } from '../src/parent/ParentWindow';
import { type Asked, fakeShell, Refused } from './fake';
import { FAMILY, foundCentres, judgePassword, parentView, STEPS } from './parentViews';

// happy-dom answers its own selection event with another one, without end, where a date's segments are typed in.
vi.spyOn(Selection.prototype, 'collapse').mockImplementation(() => undefined);

afterEach(cleanup);

/** A desk at this view, and the window of it; `show` moves the desk on. */
async function open(first: ParentView, answers: Record<string, unknown> = {}) {
  let view = first;
  const queries = newQueries();
  const asked: Asked[] = fakeShell({
    view_parent: () => view,
    offer_service_centres: foundCentres,
    check_password: ({ password }: { password: string }) => judgePassword(password),
    ...answers,
  });
  render(
    <QueryClientProvider client={queries}>
      <ParentWindow />
    </QueryClientProvider>,
  );
  await screen.findByRole('main');
  return {
    sent: (command: string) => asked.filter((one) => one.command === command).map((one) => one.request),
    show: async (step: ParentStep) => {
      view = { ...view, step };
      await queries.invalidateQueries();
    },
  };
}

const press = (act: string) => userEvent.click(document.querySelector(`[data-act="${act}"]`) ?? document.body);
const field = (name: string) => document.querySelector<HTMLInputElement>(`input[name="${name}"]`) ?? document.createElement('input');
const said = () => document.body.textContent?.replace(/[\u2066-\u2069]/g, '') ?? '';

test.each(Object.keys(STEPS) as (keyof typeof STEPS)[])('the step %s has one heading, which has the focus', async (step) => {
  await open(parentView(STEPS[step]));
  const heading = screen.getByRole('heading', { level: 1 });
  expect(heading.textContent).not.toMatch(/^\[/);
  expect(document.activeElement).toBe(heading);
  expect(screen.getByRole('main').dataset['step']).toBe(STEPS[step].step);
  expect(said()).not.toMatch(/\[parent-/);
});

test('a new step takes the focus to its heading, wherever it was', async () => {
  const { show } = await open(parentView(STEPS.address));
  field('address').focus();
  await show(STEPS.code);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: /code reçu/ })));
});

test('in Arabic the page is mirrored and the French stands below, in French nothing is said twice', async () => {
  await open(parentView(STEPS.address, 'ar'));
  expect(document.documentElement.dir).toBe('rtl');
  expect(said().match(/Votre adresse de courriel/g)).toHaveLength(1);
  expect(screen.getByText('عنوان بريدكم الإلكتروني').dir).toBe('rtl');
  cleanup();
  await open(parentView(STEPS.address));
  expect(said().match(/Votre adresse de courriel/g)).toHaveLength(1);
});

test('each language is offered in its own words, and choosing it begins', async () => {
  const { sent } = await open(parentView(STEPS.welcome));
  await userEvent.click(screen.getByRole('button', { name: /العربية/ }));
  expect(sent('choose_language')).toEqual([{ locale: 'ar' }]);
});

test('an address that cannot be read is said at its field', async () => {
  const { sent } = await open(parentView(STEPS.address), { give_address: new Refused({ code: 'invalid', field: 'address' }) });
  await userEvent.type(field('address'), 'nom@{Enter}');
  expect(sent('give_address')).toEqual([{ address: 'nom@' }]);
  await screen.findByText(/Cette adresse n’est pas complète/);
  expect(field('address').getAttribute('aria-invalid')).toBe('true');
});

test('Enter does not submit while a letter is being composed', async () => {
  const { sent } = await open(parentView(STEPS.address));
  await userEvent.type(field('address'), 'a@b.ca');
  const composing = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, isComposing: true });
  field('address').dispatchEvent(composing);
  expect(composing.defaultPrevented).toBe(true);
  expect(sent('give_address')).toEqual([]);
});

test('a wrong code says how many tries are left and empties the field; a dead one asks for another', async () => {
  let answer: unknown = { answer: 'wrong', tries_left: 1 };
  const { sent } = await open(parentView(STEPS.code), { enter_code: () => answer });
  await userEvent.type(field('code'), '12345{Enter}');
  expect(sent('enter_code')).toEqual([]);
  await userEvent.type(field('code'), '6{Enter}');
  expect(sent('enter_code')).toEqual([{ code: '123456' }]);
  await waitFor(() => expect(said()).toContain('Il vous reste 1 essai.'));
  expect(field('code').value).toBe('');
  answer = { answer: 'dead' };
  await userEvent.type(field('code'), '123456{Enter}');
  await waitFor(() => expect(said()).toContain('Ce code ne sert plus.'));
  // The one that the secretary sends meanwhile can be typed all the same.
  expect(field('code').value).toBe('');
  await press('ask_code_again');
  expect(sent('ask_code_again')).toEqual([null]);
  await waitFor(() => expect(said()).toContain('L’ancien code ne sert plus.'));
});

test('when somebody helps, codes and passwords cannot be shown', async () => {
  await open(parentView(STEPS.code, 'fr-CA', { someone_helps: true }));
  expect(field('code').type).toBe('password');
  cleanup();
  await open(parentView(STEPS['new-password'], 'fr-CA', { someone_helps: true }));
  expect(field('password').type).toBe('password');
  expect(screen.queryByRole('button', { name: 'Afficher' })).toBeNull();
});

test('only a proven address can choose a new password', async () => {
  await open(parentView(STEPS['sign-in']));
  expect(document.querySelector('[data-act="wish_new_password"]')).toBeNull();
  cleanup();
  const { sent } = await open(parentView(STEPS['sign-in-proven']));
  expect(document.querySelector('input[name="address"]')).toBeNull();
  await press('wish_new_password');
  expect(sent('wish_new_password')).toEqual([null]);
});

test('a refused sign-in empties the password and keeps the address', async () => {
  const { sent } = await open(parentView(STEPS['sign-in']), { sign_in_parent: new Refused({ code: 'sign_in_refused' }) });
  await userEvent.type(field('address'), 'a@b.ca');
  await userEvent.type(field('password'), 'Soleil99{Enter}');
  expect(sent('sign_in_parent')).toEqual([{ address: 'a@b.ca', password: 'Soleil99' }]);
  await screen.findByRole('alert');
  expect([field('address').value, field('password').value]).toEqual(['a@b.ca', '']);
});

test('the list of rules follows what is typed, and what is left is read out', async () => {
  const { sent } = await open(parentView(STEPS['new-password']));
  await userEvent.type(field('password'), 'Soleil9');
  await waitFor(() => expect(said()).toMatch(/Il manque encore\u00a0: De 8 à 16 caractères et Le même mot de passe/));
  await userEvent.type(field('password'), '9');
  await waitFor(() => expect(said()).toMatch(/Il manque encore\u00a0: Le même mot de passe/));
  await userEvent.type(field('again'), 'Soleil9{Enter}');
  expect(sent('choose_password')).toEqual([]);
  expect(said()).toContain('Les deux mots de passe ne sont pas pareils.');
  await userEvent.type(field('again'), '9');
  await waitFor(() => expect(said()).toContain('suit toutes les règles'));
  await userEvent.type(field('again'), '{Enter}');
  expect(sent('choose_password')).toEqual([{ password: 'Soleil99', again: 'Soleil99' }]);
});

test('a password that the desk refuses is marked at its field', async () => {
  await open(parentView(STEPS['new-password']), { choose_password: new Refused({ code: 'password_refused' }) });
  await userEvent.type(field('password'), 'Soleil9');
  await userEvent.type(field('again'), 'Soleil9{Enter}');
  await waitFor(() => expect(field('password').getAttribute('aria-invalid')).toBe('true'));
  await waitFor(() => expect(document.activeElement).toBe(field('password')));
});

async function fillClaim() {
  // The desk's own stands there already.
  await waitFor(() => expect(field('service_centre').value).toBe('CSS de Montréal'));
  await userEvent.clear(field('service_centre'));
  await userEvent.type(field('service_centre'), 'cssdm');
  await userEvent.click(await screen.findByRole('option', { name: /CSS de Montréal/ }));
  await userEvent.type(field('last_names'), 'Nguyễn');
  await userEvent.type(field('first_names'), 'Thị Mai');
  const [year] = screen.getAllByRole('spinbutton');
  if (year) await userEvent.click(year);
  await userEvent.keyboard('20160131');
  await userEvent.type(field('number'), '١٢٣');
  await press('state_claim');
}

test('a claim that does not match keeps what was typed and says no field', async () => {
  const { sent } = await open(parentView(STEPS.claim), { state_claim: { answer: 'does_not_match' } });
  await fillClaim();
  expect(sent('state_claim')).toEqual([
    {
      never_enrolled: false,
      adult_or_vocational: false,
      service_centre: '762000',
      last_names: 'Nguyễn',
      first_names: 'Thị Mai',
      birth_date: '2016-01-31',
      number: '123',
    },
  ]);
  await waitFor(() => expect(said()).toContain('ne correspondent pas au dossier'));
  expect(document.querySelector('main input[aria-invalid="true"]')).toBeNull();
  expect(field('last_names').value).toBe('Nguyễn');
});

test('a child that matched is named for as long as it is there, and the form is put away', async () => {
  const [child] = FAMILY;
  const { show } = await open(parentView(STEPS.claim), { state_claim: { answer: 'matched', child } });
  await fillClaim();
  const done = 'Thị Mai Nguyễn est maintenant dans votre compte.';
  await show(STEPS.children);
  await waitFor(() => expect(said()).toContain(done));
  expect(document.querySelector('input[name="last_names"]')).toBeNull();
  await show({ ...STEPS.children, children: FAMILY.slice(1) });
  await waitFor(() => expect(said()).not.toContain(done));
});

test('a claim with empty fields is not sent, and the first of them takes the focus', async () => {
  const { sent } = await open(parentView(STEPS.claim));
  await press('state_claim');
  expect(sent('state_claim')).toEqual([]);
  await waitFor(() => expect(document.activeElement).toBe(field('last_names')));
});

test.each([
  [0, 'ask_registration'],
  [1, 'ask_desk'],
])('question %s at Yes asks for no number, and leads on by %s', async (place, act) => {
  const { sent } = await open(parentView(STEPS.claim));
  const yes = screen.getAllByRole('radio', { name: /Oui/ })[place];
  if (yes) await userEvent.click(yes);
  expect(document.querySelector('input[name="number"]')).toBeNull();
  expect(document.querySelector(`[data-act="${act}"]`)).not.toBeNull();
  if (act !== 'ask_desk') return;
  await press(act);
  expect(sent('ask_for_help')).toEqual([null]);
});

test('a half-typed claim stays when the secretary confirms a child meanwhile', async () => {
  const { show } = await open(parentView(STEPS.claim));
  await userEvent.type(field('last_names'), 'Ngu');
  await show(STEPS.children);
  await screen.findByRole('button', { name: 'Ne pas ajouter d’autre enfant' });
  expect(field('last_names').value).toBe('Ngu');
});

test('one more child, asked for on the summary, opens the form at once', async () => {
  const { show } = await open(parentView(STEPS.summary));
  await press('one_more_child');
  await show(STEPS.children);
  await waitFor(() => expect(document.querySelector('input[name="last_names"]')).not.toBeNull());
});

test('the family icon lists the children once signed in, and is not there before', async () => {
  await open(parentView(STEPS.code));
  expect(document.querySelector('[data-act="family"]')).toBeNull();
  cleanup();
  await open(parentView(STEPS.summary));
  await press('family');
  const list = within(await screen.findByRole('dialog'));
  expect(list.getByText('Thị Mai Nguyễn').tagName).toBe('BDI');
  expect(list.getByText('María José De la Cruz García').tagName).toBe('BDI');
});

test('leaving asks first', async () => {
  const { sent } = await open(parentView(STEPS.code));
  await press('leave');
  expect(sent('leave_visit')).toEqual([]);
  await press('stay');
  await press('leave');
  await press('leave_visit');
  expect(sent('leave_visit')).toEqual([null]);
});

test('help is called once, and its coming is said', async () => {
  const { sent } = await open(parentView(STEPS.code));
  await press('ask_for_help');
  expect(sent('ask_for_help')).toEqual([null]);
  cleanup();
  await open(parentView(STEPS.code, 'fr-CA', { help_called: true }));
  expect(document.querySelector('[data-act="ask_for_help"]')).toBeNull();
  expect(said()).toContain('Le secrétariat est prévenu.');
});

test('a halted visit says no word of any child', async () => {
  await open(parentView(STEPS.halted));
  expect(said()).not.toMatch(/enfant|élève|Nguyễn/);
});

test('an address still to be proven is said, and nothing says that the account opens the portal', async () => {
  await open(parentView(STEPS['summary-awaited']));
  expect(said()).toContain('Elle reste à vérifier.');
  expect(said()).toContain('L’école vous dira quand vous en servir.');
});

test('a screen that nobody touches asks whether they are still there, and one press keeps it', async () => {
  const asked = fakeShell({ view_parent: parentView(STEPS.code, 'ar', { ends_at: '2026-11-22T14:30:00Z' }) });
  render(
    <QueryClientProvider client={newQueries()}>
      <ParentWindow />
    </QueryClientProvider>,
  );
  expect((await screen.findByRole('alert')).textContent).toContain('Êtes-vous toujours là?');
  await userEvent.click(screen.getByRole('button', { name: /Oui, je suis là/ }));
  await waitFor(() => expect(asked.map((one) => one.command)).toContain('say_still_here'));
});

test('the address that was given before a stop is offered as theirs, not as the school’s', async () => {
  fakeShell({ view_parent: parentView({ step: 'address', offered: 'm•••@exemple.ca', given_before: true }) });
  render(
    <QueryClientProvider client={newQueries()}>
      <ParentWindow />
    </QueryClientProvider>,
  );
  expect(await screen.findByText(/Vous aviez donné cette adresse/)).toBeTruthy();
  expect(screen.queryByText(/L’école a cette adresse/)).toBeNull();
});
