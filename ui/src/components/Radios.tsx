// One of a few, all in sight.
import { Radio, RadioGroup } from 'react-aria-components';
import { FieldFrame, type FieldWordsProps } from './Field';
import field from './Field.module.css';
import styles from './Radios.module.css';
import type { Choice } from './Select';

interface Props<T extends string> extends FieldWordsProps {
  name?: string;
  value: T | null;
  onChange: (id: T) => void;
  choices: readonly Choice<T>[];
  /** Beside each other, for short answers. */
  beside?: boolean;
}

export function Radios<T extends string>({ label, description, error, name, value, onChange, choices, beside = false }: Props<T>) {
  return (
    <RadioGroup
      name={name}
      value={value}
      onChange={(id) => {
        const choice = choices.find((one) => one.id === id);
        if (choice) onChange(choice.id);
      }}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className={field.field}
    >
      <FieldFrame label={label} description={description} error={error}>
        <div className={beside ? styles.beside : styles.below}>
          {choices.map((choice) => (
            <Radio key={choice.id} value={choice.id} className={styles.radio}>
              <span className={styles.mark} aria-hidden="true" />
              <span className={styles.words}>
                {choice.label}
                {choice.note && <span className={styles.note}>{choice.note}</span>}
              </span>
            </Radio>
          ))}
        </div>
      </FieldFrame>
    </RadioGroup>
  );
}
