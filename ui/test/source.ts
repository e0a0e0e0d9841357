// Reading the project's own files, for the tests that hold its rules.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
export const LOCALES = join(ROOT, '..', 'locales');

/** Every file below `src` whose name has one of the endings, as [path, text]. */
export function sources(...endings: string[]): [path: string, text: string][] {
  return readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map((path) => [path, readFileSync(join(ROOT, 'src', path), 'utf8')]);
}

/** A Fluent file of a language. */
export function fluentFile(locale: string, file: string): string {
  return readFileSync(join(LOCALES, locale, `${file}.ftl`), 'utf8');
}
