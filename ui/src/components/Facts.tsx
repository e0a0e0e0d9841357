// Labels and values, one below the other.
import type { ReactNode } from 'react';
import styles from './Facts.module.css';

export interface Fact {
  id: string;
  label: ReactNode;
  value: ReactNode;
  /** Digits of equal width, left to right. */
  isNumber?: boolean;
}

export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map((fact) => (
        <div key={fact.id} className={styles.fact}>
          <dt>{fact.label}</dt>
          <dd className={fact.isNumber ? styles.number : undefined}>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
