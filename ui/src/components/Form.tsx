// Fields and the act that ends them. Enter submits, except while an input method is composing a letter.
import type { KeyboardEvent, ReactNode } from 'react';
import styles from './Layout.module.css';

export function Form({ onSubmit, children }: { onSubmit: () => void; children: ReactNode }) {
  const keepComposing = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.nativeEvent.isComposing) event.preventDefault();
  };
  return (
    <form
      className={styles.stack}
      noValidate
      autoComplete="off"
      onKeyDown={keepComposing}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}
