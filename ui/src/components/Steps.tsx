// Where one is on a short road: done, here, to come. The state is said in words too.
import type { ReactNode } from 'react';
import { useWords } from '../l10n';
import { classes } from './classes';
import { Icon } from './Icon';
import styles from './Steps.module.css';
import { VisuallyHidden } from './VisuallyHidden';

export interface StepLine {
  id: string;
  label: ReactNode;
}

/** `current` is the place in `steps` of the one under way; past the last, all are done. */
export function Steps({ label, steps, current, upright = false }: {
  label: string;
  steps: readonly StepLine[];
  current: number;
  /** One below the other. */
  upright?: boolean;
}) {
  const words = useWords();
  return (
    <ol className={classes(styles.steps, upright && styles.upright)} aria-label={label}>
      {steps.map((step, place) => {
        const done = place < current;
        const here = place === current;
        return (
          <li
            key={step.id}
            className={classes(styles.step, done && styles.done, here && styles.here)}
            aria-current={here ? 'step' : undefined}
          >
            <span className={styles.mark} aria-hidden="true">
              {done ? <Icon name="check" /> : place + 1}
            </span>
            <span>{step.label}</span>
            {done && <VisuallyHidden>{words('ui-step-done')}</VisuallyHidden>}
          </li>
        );
      })}
    </ol>
  );
}
