// One line of text. `accents` offers the accented letters where a name is typed; `ltr` is for addresses and numbers.
import { type ReactNode, useRef } from 'react';
import { Input, TextField as Field, type TextFieldProps } from 'react-aria-components';
import { AccentKeys } from './AccentKeys';
import { classes } from './classes';
import { FieldFrame, type FieldWordsProps } from './Field';
import styles from './Field.module.css';

interface Props extends FieldWordsProps, Omit<TextFieldProps, 'className' | 'style' | 'children' | 'value' | 'onChange'> {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  accents?: boolean;
  ltr?: boolean;
  /** No capital put at the start, as in a user name. So are all fields written left to right. */
  plain?: boolean;
  /** A press that belongs to the field, at the end of its box. */
  inside?: ReactNode;
}

export function TextField({ label, description, error, value, onChange, placeholder, accents, ltr, plain, inside, ...rest }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <Field
      autoComplete="off"
      spellCheck="false"
      {...rest}
      value={value}
      onChange={onChange}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className={styles.field}
    >
      <FieldFrame label={label} description={description} error={error}>
        <div className={styles.box}>
          <Input
            ref={input}
            placeholder={placeholder}
            autoCapitalize={plain || ltr ? 'none' : undefined}
            className={classes(styles.input, ltr && styles.ltr)}
          />
          {inside}
        </div>
        {accents && <AccentKeys input={input} onChange={onChange} />}
      </FieldFrame>
    </Field>
  );
}
