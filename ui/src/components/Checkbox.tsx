// Yes or no, in a sentence.
import type { ReactNode } from 'react';
import { Checkbox as Field } from 'react-aria-components';
import styles from './Checkbox.module.css';
import { Icon } from './Icon';

export function Checkbox({ label, value, onChange }: {
  label: ReactNode;
  value: boolean;
  onChange: (value: boolean) => void;
}) {
  return (
    <Field isSelected={value} onChange={onChange} className={styles.checkbox}>
      <span className={styles.mark} aria-hidden="true">
        {value && <Icon name="check" />}
      </span>
      <span>{label}</span>
    </Field>
  );
}
