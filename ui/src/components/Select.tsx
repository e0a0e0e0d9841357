// One of a few, from a list that opens.
import { Button, ListBox, ListBoxItem, Popover, Select as Field, SelectValue } from 'react-aria-components';
import { FieldFrame, type FieldWordsProps } from './Field';
import field from './Field.module.css';
import { Icon } from './Icon';
import styles from './Listing.module.css';

export interface Choice<T extends string> {
  id: T;
  label: string;
  note?: string;
}

interface Props<T extends string> extends FieldWordsProps {
  name?: string;
  value: T | null;
  onChange: (id: T) => void;
  choices: readonly Choice<T>[];
  placeholder?: string;
}

export function Select<T extends string>({ label, description, error, name, value, onChange, choices, placeholder }: Props<T>) {
  return (
    <Field
      name={name}
      value={value}
      onChange={(key) => {
        const choice = choices.find((one) => one.id === key);
        if (choice) onChange(choice.id);
      }}
      placeholder={placeholder}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className={field.field}
    >
      <FieldFrame label={label} description={description} error={error}>
        <div className={field.box}>
          <Button className={styles.trigger}>
            <SelectValue />
            <Icon name="chevron" />
          </Button>
        </div>
      </FieldFrame>
      <Popover className={styles.popover} offset={4}>
        <ListBox items={choices} className={styles.list}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label} className={styles.item}>
              <span>{choice.label}</span>
              {choice.note && <span className={styles.note}>{choice.note}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Field>
  );
}
