// A screen: its heading takes the focus when it opens, so that what changed is read and the keyboard starts there.
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './Page.module.css';

export function Page({ title, lead, aside, children }: {
  title: ReactNode;
  lead?: ReactNode;
  /** At the end of the heading's line. */
  aside?: ReactNode;
  children?: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // A field that asked for the focus keeps it.
    if (document.activeElement === document.body || document.activeElement === null) heading.current?.focus();
  }, []);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div className={styles.words}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {aside}
      </header>
      {children}
    </div>
  );
}
