// One of the 72 public bodies, found as typed: by name, former name, acronym or code (domain.md §11).
import { useMemo, useState } from 'react';
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { ServiceCentreLine } from '../backend';
import { useWords } from '../l10n';
import { FieldFrame, type FieldWordsProps } from './Field';
import field from './Field.module.css';
import { Icon } from './Icon';
import styles from './Listing.module.css';

/** Letters and digits alone, without marks: how names are compared while one types. */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/gu, 'oe')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const OLD_WORDS = /^(commission scolaire|centre de services( scolaire)?)( (de la|de l|des|du|de))? ?/u;

/** The bodies that have every typed word at the start of one of theirs. */
export function matchingCentres(centres: readonly ServiceCentreLine[], typed: string): ServiceCentreLine[] {
  const wanted = foldForSearch(typed).replace(OLD_WORDS, '').split(' ').filter(Boolean);
  return centres.filter((centre) => {
    const has = foldForSearch(`${centre.name} ${centre.former_name ?? ''} ${centre.acronyms.join(' ')} ${centre.code}`).split(' ');
    return wanted.every((word) => has.some((other) => other.startsWith(word)));
  });
}

interface Props extends FieldWordsProps {
  centres: readonly ServiceCentreLine[];
  /** The six-digit code, or null while none is chosen. */
  value: string | null;
  onChange: (code: string | null) => void;
  placeholder?: string;
}

export function ServiceCentreField({ label, description, error, centres, value, onChange, placeholder }: Props) {
  const words = useWords();
  const chosen = centres.find((centre) => centre.code === value);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? chosen?.name ?? '';
  const offered = useMemo(() => matchingCentres(centres, typed ?? ''), [centres, typed]);
  return (
    <ComboBox
      items={offered}
      // What is offered is already chosen above, by more than the name.
      defaultFilter={() => true}
      inputValue={text}
      onInputChange={(next) => {
        if (next !== chosen?.name) setTyped(next);
      }}
      value={value}
      onChange={(key) => {
        setTyped(null);
        onChange(key === null ? null : String(key));
      }}
      onBlur={() => {
        // What was typed leaves no doubt: there is nothing to choose.
        const only = typed !== null && typed.trim() !== '' && offered.length === 1 ? offered[0] : undefined;
        if (only) onChange(only.code);
        setTyped(null);
      }}
      allowsEmptyCollection
      menuTrigger="input"
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className={field.field}
    >
      <FieldFrame label={label} description={description} error={error}>
        <div className={field.box}>
          <Input name="service_centre" className={field.input} placeholder={placeholder} />
          <Button className={field.inside} aria-label={words('ui-open-list')}>
            <Icon name="chevron" />
          </Button>
        </div>
      </FieldFrame>
      <Popover className={styles.popover} offset={4}>
        <ListBox<ServiceCentreLine>
          className={styles.list}
          renderEmptyState={() => <div className={styles.none}>{words('ui-nothing-found')}</div>}
        >
          {(centre) => (
            <ListBoxItem id={centre.code} textValue={centre.name} className={styles.item}>
              <span>{centre.name}</span>
              <span className={styles.note}>
                {[centre.code, centre.former_name, ...centre.acronyms].filter(Boolean).join(' · ')}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
