// How things stand beside and below each other. No colour, no words.
import type { ReactNode } from 'react';
import { classes } from './classes';
import styles from './Layout.module.css';

/** One below the other. */
export function Stack({ gap = 'normal', children }: { gap?: 'small' | 'normal' | 'large'; children: ReactNode }) {
  return <div className={classes(styles.stack, styles[gap])}>{children}</div>;
}

/** Beside each other while there is room; `end` puts them at the end of the line. */
export function Row({ align = 'start', children }: { align?: 'start' | 'end' | 'apart'; children: ReactNode }) {
  return <div className={classes(styles.row, styles[align])}>{children}</div>;
}

/** Columns that become rows when the window is narrow. */
export function Columns({ wide = false, children }: { wide?: boolean; children: ReactNode }) {
  return <div className={classes(styles.columns, wide && styles.wide)}>{children}</div>;
}

/** No wider than one reads with ease. */
export function Measure({ children }: { children: ReactNode }) {
  return <div className={styles.measure}>{children}</div>;
}
