// The own PIN: set with the own password, taken away, and asked for where the desk is taken back.
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { newQueries } from '../src/backend';
import { HandedOver } from '../src/features/handed-over/HandedOver';
import { OwnPin } from '../src/features/staff/OwnPin';
import { L10nProvider } from '../src/l10n';
import { deskBundles } from '../src/l10n/deskBundles';
import { type Asked, fakeShell, Refused } from './fake';

afterEach(cleanup);

function show(children: React.ReactNode, answers: Record<string, unknown>): Asked[] {
  const asked = fakeShell(answers);
  render(
    <L10nProvider bundles={deskBundles} locale="fr-CA">
      <QueryClientProvider client={newQueries()}>{children}</QueryClientProvider>
    </L10nProvider>,
  );
  return asked;
}
const act = (name: string) => document.querySelector<HTMLElement>(`[data-act="${name}"]`);
const requestTo = (asked: Asked[], command: string) => asked.find((one) => one.command === command)?.request;

async function open(isSet: boolean, answers: Record<string, unknown> = {}): Promise<Asked[]> {
  const asked = show(<OwnPin />, { view_own_pin: { is_set: isSet }, set_own_pin: null, ...answers });
  await userEvent.click(act('own_pin_open') as HTMLElement);
  if (isSet) await screen.findByText('Vous avez un NIP. Un nouveau le remplace.');
  return asked;
}

test('a PIN is set with the own password, and not without', async () => {
  const asked = await open(false);
  await userEvent.type(screen.getByLabelText('Nouveau NIP'), '2580');
  await userEvent.click(act('set_own_pin') as HTMLElement);
  expect(requestTo(asked, 'set_own_pin')).toBeUndefined();
  expect(act('remove_own_pin')).toBeNull();
  await userEvent.type(screen.getByLabelText('Votre mot de passe'), 'une phrase assez longue');
  await userEvent.click(act('set_own_pin') as HTMLElement);
  await waitFor(() =>
    expect(requestTo(asked, 'set_own_pin')).toEqual({ password: 'une phrase assez longue', pin: '2580' }),
  );
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('the PIN that one has is taken away', async () => {
  const asked = await open(true);
  await userEvent.type(screen.getByLabelText('Votre mot de passe'), 'une phrase assez longue');
  await userEvent.click(act('remove_own_pin') as HTMLElement);
  await waitFor(() =>
    expect(requestTo(asked, 'set_own_pin')).toEqual({ password: 'une phrase assez longue', pin: null }),
  );
});

test.each([
  ['not_digits', 'Il faut de 4 à 8 chiffres'],
  ['one_digit', 'Un seul chiffre répété'],
  ['run', 'Des chiffres qui se suivent'],
])('a PIN that is refused says why: %s', async (reason, words) => {
  await open(false, { set_own_pin: new Refused({ code: 'staff_pin_refused', reason: reason as 'run' }) });
  await userEvent.type(screen.getByLabelText('Nouveau NIP'), '1234');
  await userEvent.type(screen.getByLabelText('Votre mot de passe'), 'une phrase assez longue{Enter}');
  expect(await screen.findByText(new RegExp(words))).toBeTruthy();
});

test.each([
  ['wrong_pin', 'Ce NIP ne va pas.'],
  ['pin_closed', /Donnez votre mot de passe/],
] as const)('the desk that is handed over takes a PIN or a password, and says %s', async (code, words) => {
  const asked = show(<HandedOver userName="nadia" isDemo={false} isLocked={false} />, { take_back: new Refused({ code }) });
  await userEvent.type(screen.getByLabelText(/NIP ou mot de passe de .*nadia/), '2580{Enter}');
  expect(await screen.findByText(words)).toBeTruthy();
  expect(requestTo(asked, 'take_back')).toEqual({ password: '2580' });
});
