// The six digits of a code: left to right in every language, Arabic and Persian digits taken as they come.
import { Input, TextField } from 'react-aria-components';
import { classes } from './classes';
import { FieldFrame, type FieldWordsProps } from './Field';
import styles from './Field.module.css';

interface Props extends FieldWordsProps {
  value: string;
  onChange: (value: string) => void;
  /** Hidden, when somebody else may be in sight. */
  masked?: boolean;
  autoFocus?: boolean;
}

/** What a person typed or pasted, as at most six Latin digits. */
export function latinDigits(typed: string): string {
  return typed
    .replace(/[\u0660-\u0669]/gu, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/gu, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/\D/gu, '')
    .slice(0, 6);
}

export function CodeField({ label, description, error, value, onChange, masked, autoFocus }: Props) {
  return (
    <TextField
      type={masked ? 'password' : 'text'}
      name="code"
      inputMode="numeric"
      autoComplete="off"
      value={value}
      onChange={(typed) => onChange(latinDigits(typed))}
      autoFocus={autoFocus}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className={classes(styles.field, styles.code)}
    >
      <FieldFrame label={label} description={description} error={error}>
        <div className={styles.box} dir="ltr">
          <Input className={styles.input} />
        </div>
      </FieldFrame>
    </TextField>
  );
}
