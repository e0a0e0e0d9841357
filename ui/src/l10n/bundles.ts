// From the text of the Fluent files to bundles. No React here, and no choice of language.
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { FRENCH, formattingLocale } from './locales';

/** Fluent text by the path Vite gives it, such as `../../../locales/fr-CA/desk.ftl`. */
export type Sources = Record<string, string>;

/** One bundle a language, each made of all the files of that language. */
export type Bundles = ReadonlyMap<string, FluentBundle>;

/** Reads every file into the bundle of the language whose folder it lies in. A file with a fault is an error, not a gap. */
export function readBundles(sources: Sources): Bundles {
  const bundles = new Map<string, FluentBundle>();
  for (const [path, source] of Object.entries(sources)) {
    const locale = path.split('/').at(-2);
    if (locale === undefined) continue;
    // The formatting tag makes Fluent's own numbers and dates use Latin digits; isolation stays on for mixed directions.
    const bundle = bundles.get(locale) ?? new FluentBundle([formattingLocale(locale)]);
    const faults = bundle.addResource(new FluentResource(source));
    if (faults.length > 0) throw new Error(`${path}: ${faults.join(', ')}`);
    bundles.set(locale, bundle);
  }
  return bundles;
}

/** The bundles to ask, in order: the language itself, then French. */
export function chain(bundles: Bundles, locale: string): FluentBundle[] {
  const tags = locale === FRENCH ? [FRENCH] : [locale, FRENCH];
  return tags.flatMap((tag) => bundles.get(tag) ?? []);
}
