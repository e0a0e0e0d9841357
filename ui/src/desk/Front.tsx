// What stands before the desk is open: the name of the product, one sheet, the language.
import type { ReactNode } from 'react';
import { Icon } from '../components';
import { useWords } from '../l10n';
import styles from './Front.module.css';
import { LanguageSwitch } from './LanguageSwitch';

export function Front({ wide = false, children }: { wide?: boolean; children: ReactNode }) {
  const words = useWords();
  return (
    <div className={styles.front}>
      <header className={styles.head}>
        <span className={styles.brand}>
          <Icon name="desk" />
          {words('desk-product')}
        </span>
        <LanguageSwitch />
      </header>
      <main className={wide ? styles.wide : styles.sheet}>{children}</main>
    </div>
  );
}
