// Something to know, beside its icon and its word: no colour is the only sign. Warnings and faults are read at once.
import type { ReactNode } from 'react';
import { useWords } from '../l10n';
import { classes } from './classes';
import { Icon, type IconName } from './Icon';
import styles from './Notice.module.css';
import { VisuallyHidden } from './VisuallyHidden';

export type NoticeKind = 'info' | 'good' | 'warning' | 'bad';

const ICONS: Record<NoticeKind, IconName> = { info: 'info', good: 'check', warning: 'alert', bad: 'error' };

interface Props {
  kind: NoticeKind;
  title?: ReactNode;
  children?: ReactNode;
  /** What mends it. */
  actions?: ReactNode;
  /** Says it when it appears; off for what was there from the start. */
  live?: boolean;
}

export function Notice({ kind, title, children, actions, live = true }: Props) {
  const words = useWords();
  const urgent = kind === 'warning' || kind === 'bad';
  return (
    <div className={classes(styles.notice, styles[kind])} role={live ? (urgent ? 'alert' : 'status') : undefined}>
      <Icon name={ICONS[kind]} />
      <div className={styles.body}>
        <div className={styles.words}>
          <VisuallyHidden>{words(`ui-notice-${kind}`)}</VisuallyHidden>
          {title && <p className={styles.title}>{title}</p>}
          {children && <div>{children}</div>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
