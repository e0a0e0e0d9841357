// The language of a window: what is asked, what falls back to French, what is said twice.
import { render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { cleanup } from '@testing-library/react';
import { Bilingual, L10nProvider, useWords } from '../src/l10n';
import { readBundles } from '../src/l10n/bundles';

afterEach(cleanup);

const bundles = readBundles({
  'locales/fr-CA/common.ftl': 'hello = Bonjour { $name }\nonly-french = Seulement ici\nfield =\n    .label = Adresse\n    .description = Celle du dossier',
  'locales/ar/common.ftl': 'hello = مرحبا { $name }',
});

function Say({ id }: { id: string }) {
  return useWords()(id, { name: 'Zoé' });
}

const page = (locale: string, children: React.ReactNode) =>
  render(
    <L10nProvider bundles={bundles} locale={locale}>
      <p data-testid="said">{children}</p>
    </L10nProvider>,
  );
const said = () => screen.getByTestId('said').textContent?.replace(/[\u2068\u2069]/g, '');

test('a message that a language lacks is said in French', () => {
  page('ar', <Say id="only-french" />);
  expect(said()).toBe('Seulement ici');
});

test('a message that no language has shows its id', () => {
  page('ar', <Say id="nowhere" />);
  expect(said()).toBe('[nowhere]');
});

test('the page has the language and the direction of the window', () => {
  page('ar', <Say id="hello" />);
  expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['ar', 'rtl']);
});

test('in another language the French stands beside, marked as French', () => {
  page('ar', <Bilingual id="hello" args={{ name: 'Zoé' }} />);
  const french = screen.getByText(/Bonjour/);
  expect([french.lang, french.dir]).toEqual(['fr-CA', 'ltr']);
  expect(said()).toContain('مرحبا');
});

test('in French nothing is said twice', () => {
  page('fr-CA', <Bilingual id="hello" args={{ name: 'Zoé' }} />);
  expect(said()).toBe('Bonjour Zoé');
});

test('a name inside a message is isolated from its direction', () => {
  page('fr-CA', <Say id="hello" />);
  expect(screen.getByTestId('said').textContent).toBe('Bonjour \u2068Zoé\u2069');
});

test('a file with the same message twice is refused', () => {
  expect(() => readBundles({ 'fr-CA/a.ftl': 'a = 1', 'x/fr-CA/b.ftl': 'a = 2' })).toThrow();
});

test('a field takes its words from the attributes of its message', () => {
  function Label() {
    const field = useWords().field('field');
    return `${field.label} / ${field.description ?? ''} / ${String(field.placeholder)}`;
  }
  page('fr-CA', <Label />);
  expect(said()).toBe('Adresse / Celle du dossier / undefined');
});
