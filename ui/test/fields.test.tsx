// The fields that think: accented letters, digits of other scripts, service centres as typed, the hidden password.
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { newQueries } from '../src/backend';
import { PasswordField, ServiceCentreField, TextField } from '../src/components';
import { insertLetter } from '../src/components/AccentKeys';
import { latinDigits } from '../src/components/CodeField';
import { L10nProvider } from '../src/l10n';
import { deskBundles } from '../src/l10n/deskBundles';
import { fakeShell } from './fake';

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

const MONTREAL = { code: '762000', name: 'CSS de Montréal', kind: 'francophone', former_name: null, acronyms: ['CSSDM'] };
const LAVAL = { code: '831000', name: 'CSS de Laval', kind: 'francophone', former_name: null, acronyms: [] };
const ENVOL = { code: '831001', name: 'École de l’Envol', municipality: 'Laval' };

const QUERIES = newQueries();

function CentreField({ onChosen }: { onChosen: (code: string | null) => void }) {
  const [value, setValue] = useState<string | null>(null);
  return (
    <QueryClientProvider client={QUERIES}>
      <ServiceCentreField
        label="x"
        ask="find_service_centres"
        value={value}
        onChange={(code) => {
          setValue(code);
          onChosen(code);
        }}
      />
    </QueryClientProvider>
  );
}

test('a school that is typed chooses its service centre, and the desk is asked what fits', async () => {
  const asked = fakeShell({
    find_service_centres: ({ query }: { query: string }) =>
      query === '831000' ? [{ centre: LAVAL, school: null }] : query === 'envol' ? [{ centre: LAVAL, school: ENVOL }] : [{ centre: MONTREAL, school: null }],
  });
  const chosen: (string | null)[] = [];
  show(<CentreField onChosen={(code) => chosen.push(code)} />);
  await userEvent.type(screen.getByRole('combobox'), 'envol');
  await userEvent.click(await screen.findByRole('option', { name: /École de l’Envol, Laval/ }));
  expect(chosen).toEqual(['831000']);
  await waitFor(() => expect(screen.getByRole<HTMLInputElement>('combobox').value).toBe('CSS de Laval'));
  expect(asked.map((one) => one.request)).toContainEqual({ query: 'envol' });
});

test('what leaves no doubt is chosen when the field is left, and nothing else is', async () => {
  fakeShell({
    find_service_centres: ({ query }: { query: string }) =>
      query === 'laval' || query === '831000'
        ? [{ centre: LAVAL, school: null }, { centre: LAVAL, school: ENVOL }]
        : [{ centre: LAVAL, school: null }, { centre: MONTREAL, school: null }],
  });
  const chosen: (string | null)[] = [];
  show(<CentreField onChosen={(code) => chosen.push(code)} />);
  const input = screen.getByRole('combobox');
  await userEvent.type(input, 'css');
  await screen.findAllByRole('option');
  await userEvent.tab();
  expect(chosen.filter(Boolean)).toEqual([]);
  await userEvent.type(input, 'laval');
  await screen.findByRole('option', { name: /Envol/ });
  await userEvent.tab();
  expect(chosen.filter(Boolean)).toEqual(['831000']);
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
