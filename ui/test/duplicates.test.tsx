// Two adults who may be one, over a desk that answers as the test wishes.
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { type AlikeGuardian, type AlikePair, newQueries } from '../src/backend';
import { Duplicates } from '../src/features/corrections/Duplicates';
import { differing, proposed } from '../src/features/corrections/merge';
import { L10nProvider } from '../src/l10n';
import { deskBundles } from '../src/l10n/deskBundles';
import { type Asked, fakeShell, Refused } from './fake';

afterEach(cleanup);

const adult = (id: string, email: string | null, phone: string | null, has_account = false): AlikeGuardian => ({
  guardian: { id, last_names: 'Gagnon', first_names: 'Julie', email, phone, language: null },
  source: 'csv',
  has_account,
  children: [],
});
const pair = (changes: Partial<AlikePair> = {}): AlikePair => ({
  by: 'name_and_child',
  one: adult('g1', 'j@exemple.org', null),
  other: adult('g2', 'julie@exemple.org', '514 555-0101'),
  ...changes,
});

function show(pairs: AlikePair[], answers: Record<string, unknown> = {}): Asked[] {
  const asked = fakeShell({ list_alike_guardians: { pairs, more: false, merged: [] }, ...answers });
  render(
    <L10nProvider bundles={deskBundles} locale="fr-CA">
      <QueryClientProvider client={newQueries()}>
        <Duplicates />
      </QueryClientProvider>
    </L10nProvider>,
  );
  return asked;
}

test('the values of whoever has an account are proposed, and what they lack is the other’s', () => {
  expect(differing(pair())).toEqual(['email', 'phone']);
  expect(proposed(pair())).toEqual({ name: 'one', email: 'one', phone: 'other', language: 'one' });
  const account = adult('g2', 'julie@exemple.org', null, true);
  expect(proposed(pair({ other: account }))).toEqual({ name: 'other', email: 'other', phone: 'other', language: 'other' });
});

test('each value is chosen before the two are made one', async () => {
  const asked = show([pair()], { merge_guardians: new Refused({ code: 'visit_under_way' }) });
  await userEvent.click(await screen.findByRole('radio', { name: 'julie@exemple.org' }));
  await userEvent.click(screen.getByRole('button', { name: 'C’est la même personne : réunir' }));
  await screen.findByText('Une visite est déjà en cours.');
  expect(asked.find((one) => one.command === 'merge_guardians')?.request).toEqual({
    one_id: 'g1',
    other_id: 'g2',
    name: 'one',
    email: 'other',
    phone: 'other',
    language: 'one',
  });
});

test('two accounts are not merged, and two persons are said to be two', async () => {
  const asked = show([pair({ one: adult('g1', 'a@b.ca', null, true), other: adult('g2', 'c@d.ca', null, true) })]);
  const merge = await screen.findByRole('button', { name: 'C’est la même personne : réunir' });
  expect(merge.hasAttribute('disabled')).toBe(true);
  await userEvent.click(screen.getByRole('button', { name: 'Ce sont deux personnes' }));
  await waitFor(() =>
    expect(asked.find((one) => one.command === 'keep_guardians_apart')?.request).toEqual({ one_id: 'g1', other_id: 'g2' }),
  );
});
