// One of the 72 public bodies, found as typed: by name, former name, acronym, code, or by one of its schools when the list
// of schools is loaded (domain.md §11). What fits is the desk's to say.
import { type ReactNode, useState } from 'react';
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { type FoundServiceCentre, useAnswer } from '../backend';
import { useWords } from '../l10n';
import { Failed } from './Failed';
import { FieldFrame, type FieldWordsProps } from './Field';
import field from './Field.module.css';
import { Icon } from './Icon';
import styles from './Listing.module.css';

/** A body may be offered by its own name and by several schools. */
const keyOf = (found: FoundServiceCentre) => [found.centre.code, found.school?.code].filter(Boolean).join('/');

/** What tells why a body is offered. */
const noteOf = ({ centre, school }: FoundServiceCentre) =>
  school
    ? [school.name, school.municipality].filter(Boolean).join(', ')
    : [centre.code, centre.former_name, ...centre.acronyms].filter(Boolean).join(' · ');

interface Props extends FieldWordsProps {
  /** Each window asks by a command of its own. */
  ask: 'find_service_centres' | 'offer_service_centres';
  /** The six-digit code, or null while none is chosen. */
  value: string | null;
  onChange: (code: string | null) => void;
  placeholder?: string;
  /** How a failure is said; a parent's window says it in two languages. */
  failed?: (error: unknown) => ReactNode;
}

export function ServiceCentreField({ label, description, error, ask, value, onChange, placeholder, failed }: Props) {
  const words = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  // A code that was chosen before finds its own body, and so its name.
  const answer = useAnswer(ask, { query: typed ?? value ?? '' }, { keep: true });
  const offered = answer.data ?? [];
  const chosen = offered.find(({ centre }) => centre.code === value)?.centre;
  const text = typed ?? chosen?.name ?? '';
  return (
    <>
      <ComboBox
        items={offered.map((found) => ({ ...found, id: keyOf(found) }))}
        // What is offered is already chosen above, by more than the name.
        defaultFilter={() => true}
        inputValue={text}
        onInputChange={(next) => {
          if (next !== chosen?.name) setTyped(next);
        }}
        value={value}
        onChange={(key) => {
          // The Tab key, too, says that nothing is chosen before the field is left: what was typed is still to be looked at.
          if (key !== null) setTyped(null);
          onChange(key === null ? null : (String(key).split('/')[0] ?? null));
        }}
        onBlur={() => {
          // What was typed leaves no doubt: there is nothing to choose.
          const codes = new Set(offered.map(({ centre }) => centre.code));
          const [only] = codes;
          const isTold = typed !== null && typed.trim() !== '' && !answer.isPlaceholderData;
          if (isTold && codes.size === 1 && only) onChange(only);
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
          <ListBox<FoundServiceCentre>
            className={styles.list}
            renderEmptyState={() => <div className={styles.none}>{words('ui-nothing-found')}</div>}
          >
            {(found) => (
              <ListBoxItem id={keyOf(found)} textValue={found.centre.name} className={styles.item}>
                <span>{found.centre.name}</span>
                <span className={styles.note}>{noteOf(found)}</span>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      {failed ? failed(answer.error) : <Failed error={answer.error} />}
    </>
  );
}
