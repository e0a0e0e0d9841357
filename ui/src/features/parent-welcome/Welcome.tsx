// The greeting: a parent finds their language in its own script. Choosing it begins the visit.
import { Button } from 'react-aria-components';
import { type LanguageLine, type NoticeShown, useAct } from '../../backend';
import { parentBundles } from '../../l10n/parentBundles';
import { chain } from '../../l10n/bundles';
import { wordsOf } from '../../l10n/words';
import { Refusal } from '../../parent/Refusal';
import { Screen } from '../../parent/Screen';
import { Notices } from './Notices';
import styles from './Welcome.module.css';

/** What the button of a language says below its name, in that language. */
function begin(locale: string): string {
  return wordsOf(chain(parentBundles, locale))('parent-welcome.begin');
}

export function Welcome({ languages, notices }: {
  languages: readonly LanguageLine[];
  notices: readonly (readonly NoticeShown[])[];
}) {
  const choose = useAct('choose_language');
  return (
    <Screen id="parent-welcome">
      <Refusal error={choose.error} />
      <ul className={styles.languages}>
        {languages.map(({ locale, name, right_to_left }) => (
          <li key={locale} lang={locale} dir={right_to_left ? 'rtl' : 'ltr'}>
            <Button data-act="choose_language" className={styles.language} isDisabled={choose.isPending} onPress={() => choose.mutate({ locale })}>
              <span className={styles.name}>{name}</span>
              <span>{begin(locale)}</span>
            </Button>
          </li>
        ))}
      </ul>
      <Notices notices={notices} />
    </Screen>
  );
}
