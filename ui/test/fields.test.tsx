// The fields that think: accented letters, digits of other scripts, service centres as typed, the hidden password.
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import type { ServiceCentreLine } from '../src/backend';
import { PasswordField, TextField } from '../src/components';
import { insertLetter } from '../src/components/AccentKeys';
import { latinDigits } from '../src/components/CodeField';
import { matchingCentres } from '../src/components/ServiceCentreField';
import { L10nProvider } from '../src/l10n';
import { deskBundles } from '../src/l10n/deskBundles';

afterEach(cleanup);

const show = (children: React.ReactNode) =>
  render(
    <L10nProvider bundles={deskBundles} locale="fr-CA">
      {children}
    </L10nProvider>,
  );

test.each([
  ['', 0, 0, 'é', 'É', 1],
  ['ric', 0, 0, 'é', 'Éric', 1],
  ['Cot', 3, 3, 'é', 'Coté', 4],
  ['St-', 3, 3, 'é', 'St-É', 4],
  ["D'", 2, 2, 'é', "D'É", 3],
  ['Zoe', 2, 3, 'é', 'Zoé', 3],
  ['Soeur', 1, 3, 'œ', 'Sœur', 2],
])('in "%s" from %i to %i, pressing %s gives "%s"', (text, start, end, letter, result, caret) => {
  expect(insertLetter(text, start, end, letter)).toEqual({ text: result, caret });
});

test('an accented letter lands at the caret and leaves it after itself', async () => {
  function Field() {
    const [value, setValue] = useState('Cot');
    return <TextField label="x" accents value={value} onChange={setValue} />;
  }
  show(<Field />);
  const input = screen.getByRole<HTMLInputElement>('textbox');
  input.focus();
  input.setSelectionRange(3, 3);
  await userEvent.click(screen.getByRole('button', { name: 'é' }));
  expect(input.value).toBe('Coté');
  expect(input.selectionStart).toBe(4);
});

test.each([
  ['123 456', '123456'],
  ['١٢٣٤٥٦', '123456'],
  ['۱۲۳۴۵۶', '123456'],
  ['12a34567', '123456'],
])('the code typed as %s is %s', (typed, digits) => {
  expect(latinDigits(typed)).toBe(digits);
});

const centre = (code: string, name: string, former_name: string | null = null, acronyms: string[] = []): ServiceCentreLine => ({
  code,
  name,
  kind: 'francophone',
  former_name,
  acronyms,
});
const CENTRES = [
  centre('762000', 'CSS de Montréal', null, ['CSSDM']),
  centre('887000', 'CS English-Montréal', null, ['EMSB']),
  centre('851000', 'CSS des Mille-Îles', 'Seigneurie-des-Mille-Îles'),
];

test.each([
  ['montreal', ['762000', '887000']],
  ['cssdm', ['762000']],
  ['seigneurie', ['851000']],
  ['mille iles', ['851000']],
  ['commission scolaire de montreal', ['762000', '887000']],
  ['8510', ['851000']],
  ['', ['762000', '887000', '851000']],
  ['laval', []],
])('typing "%s" offers %j', (typed, codes) => {
  expect(matchingCentres(CENTRES, typed).map((one) => one.code)).toEqual(codes);
});

test('a masked password cannot be shown', () => {
  show(<PasswordField label="x" value="secret" onChange={() => undefined} masked />);
  expect(screen.queryByRole('button')).toBeNull();
});

test('a password is shown and hidden again by a press', async () => {
  const { container } = show(<PasswordField label="x" value="secret" onChange={() => undefined} />);
  const type = () => container.querySelector('input')?.type;
  expect(type()).toBe('password');
  await userEvent.click(screen.getByRole('button', { name: 'Afficher' }));
  expect(type()).toBe('text');
  await userEvent.click(screen.getByRole('button', { name: 'Masquer' }));
  expect(type()).toBe('password');
});
