// One screen: its heading, which takes the focus when the screen opens so that what changed is read, and what to do.
import { type ReactNode, useEffect, useRef } from 'react';
import { type Args, Bilingual, useWords } from '../l10n';
import styles from './Screen.module.css';

/** `id` is the heading's message; its `.lead`, if there is one, stands below. */
export function Screen({ id, args, children }: { id: string; args?: Args; children?: ReactNode }) {
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1 ref={heading} tabIndex={-1}>
          <Bilingual id={id} args={args} />
        </h1>
        {words.has(`${id}.lead`) && (
          <p className={styles.lead}>
            <Bilingual id={`${id}.lead`} args={args} />
          </p>
        )}
      </header>
      {children}
    </div>
  );
}
