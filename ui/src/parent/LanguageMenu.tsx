// Another language, at any step. Each name stands in its own script.
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { type LanguageLine, useAct } from '../backend';
import { Button } from '../components';
import listing from '../components/Listing.module.css';
import { useL10n } from '../l10n';

export function LanguageMenu({ languages }: { languages: readonly LanguageLine[] }) {
  const { locale, words } = useL10n();
  const choose = useAct('choose_language');
  if (languages.length < 2) return null;
  const own = languages.find((line) => line.locale === locale)?.name ?? locale;
  return (
    <MenuTrigger>
      <Button
        kind="quiet"
        icon="language"
        act="language"
        isBusy={choose.isPending}
        aria-label={`${words('parent-language')} – ${own}`}
      >
        <bdi>{own}</bdi>
      </Button>
      <Popover className={listing.popover} offset={4}>
        <Menu className={listing.list} onAction={(key) => choose.mutate({ locale: String(key) })}>
          {languages.map((line) => (
            <MenuItem key={line.locale} id={line.locale} textValue={line.name} className={listing.item}>
              <span lang={line.locale} dir={line.right_to_left ? 'rtl' : 'ltr'}>
                {line.name}
              </span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
