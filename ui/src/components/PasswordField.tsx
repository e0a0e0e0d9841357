// A secret typed once. `masked` keeps it hidden when somebody else may be in sight (domain.md §7).
import { useState } from 'react';
import { Button, Input, TextField } from 'react-aria-components';
import { useWords } from '../l10n';
import { classes } from './classes';
import { FieldFrame, type FieldWordsProps } from './Field';
import styles from './Field.module.css';
import { Icon } from './Icon';

interface Props extends FieldWordsProps {
  value: string;
  onChange: (value: string) => void;
  name?: string;
  isNew?: boolean;
  masked?: boolean;
  autoFocus?: boolean;
  isDisabled?: boolean;
}

export function PasswordField({ label, description, error, value, onChange, name, isNew, masked, autoFocus, isDisabled }: Props) {
  const words = useWords();
  const [wished, setWished] = useState(false);
  const shown = wished && !masked;
  return (
    <TextField
      name={name}
      type={shown ? 'text' : 'password'}
      value={value}
      onChange={onChange}
      autoFocus={autoFocus}
      isDisabled={isDisabled}
      autoComplete={isNew ? 'new-password' : 'off'}
      autoCorrect="off"
      spellCheck="false"
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className={styles.field}
    >
      <FieldFrame label={label} description={description} error={error}>
        <div className={styles.box}>
          <Input className={classes(styles.input, styles.ltr)} autoCapitalize="none" />
          {!masked && (
            <Button className={styles.inside} aria-pressed={shown} onPress={() => setWished(!wished)}>
              <Icon name="eye" />
              <span>{words(shown ? 'ui-hide' : 'ui-show')}</span>
            </Button>
          )}
        </div>
      </FieldFrame>
    </TextField>
  );
}
