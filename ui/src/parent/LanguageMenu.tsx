// Another language, at any step. Each name stands in its own script.
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { type LanguageLine, useAct } from '../backend';
import { Button } from '../components';
import listing from '../components/Listing.module.css';
import { useL10n } from '../l10n';

export function LanguageMenu({ languages }: { languages: readonly LanguageLine[] }) {
  const { locale, words } = useL10n();
  const choose = useAct('choose_language');
  const own = languages.find((line) => line.locale === locale);
  if (languages.length < 2) return null;
  return (
    <MenuTrigger>
      <Button kind="quiet" icon="language" isBusy={choose.isPending} aria-label={`${words('parent-language')} – ${own?.name ?? locale}`}>
        <bdi>{own?.name ?? locale}</bdi>
      </Button>
      <Popover className={listing.popover} offset={4}>
        <Menu className={listing.list} items={languages.map((line) => ({ ...line, id: line.locale }))} onAction={(key) => choose.mutate({ locale: String(key) })}>
          {(line) => (
            <MenuItem id={line.locale} textValue={line.name} className={listing.item}>
              <span lang={line.locale} dir={line.right_to_left ? 'rtl' : 'ltr'}>
                {line.name}
              </span>
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
