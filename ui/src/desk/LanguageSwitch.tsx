// The other language of the staff's side, by its own name.
import { Button } from '../components';
import { FRENCH, useL10n } from '../l10n';
import { useChooseLanguage } from './language';

const ENGLISH = 'en-CA';

export function LanguageSwitch() {
  const { locale, words } = useL10n();
  const choose = useChooseLanguage();
  const other = locale === FRENCH ? ENGLISH : FRENCH;
  return (
    <Button kind="quiet" icon="language" act="choose_language" lang={other} onPress={() => choose(other)}>
      {words('desk-other-language')}
    </Button>
  );
}
