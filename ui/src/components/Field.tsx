// What stands around every field: its label, its help and its error. The box inside is the field's own.
import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import styles from './Field.module.css';
import { Icon } from './Icon';

/** The words around a field. They may be nodes, for the two languages of the parent's side. */
export interface FieldWordsProps {
  label: ReactNode;
  description?: ReactNode;
  /** What is wrong; the field is marked invalid while it is there. */
  error?: ReactNode;
}

export function FieldFrame({ label, description, error, children }: FieldWordsProps & { children: ReactNode }) {
  return (
    <>
      <Label className={styles.label}>{label}</Label>
      {description && (
        <Text slot="description" className={styles.description}>
          {description}
        </Text>
      )}
      {children}
      {error && (
        <FieldError className={styles.error}>
          <Icon name="error" />
          <span>{error}</span>
        </FieldError>
      )}
    </>
  );
}
