// A sheet of paper on the desk: a heading, what it holds, and its acts.
import { type ReactNode, useId } from 'react';
import styles from './Card.module.css';
import { classes } from './classes';

interface Props {
  /** By which it is led to: it can take the focus then. */
  id?: string;
  title?: ReactNode;
  /** At the end of the title's line. */
  aside?: ReactNode;
  actions?: ReactNode;
  raised?: boolean;
  children?: ReactNode;
}

export function Card({ id, title, aside, actions, raised = false, children }: Props) {
  const heading = useId();
  return (
    <section
      id={id}
      tabIndex={id ? -1 : undefined}
      className={classes(styles.card, raised && styles.raised)}
      aria-labelledby={title ? heading : undefined}
    >
      {title && (
        <header className={styles.head}>
          <h2 id={heading}>{title}</h2>
          {aside}
        </header>
      )}
      {children}
      {actions && <footer className={styles.actions}>{actions}</footer>}
    </section>
  );
}
