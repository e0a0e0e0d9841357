// A press. One `primary` a screen: the main act. `signal` undoes or takes away.
import type { ReactNode } from 'react';
import { Button as Pressable, type ButtonProps } from 'react-aria-components';
import styles from './Button.module.css';
import { classes } from './classes';
import { Icon, type IconName } from './Icon';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'signal';

interface Props extends Omit<ButtonProps, 'className' | 'style' | 'children'> {
  kind?: ButtonKind;
  icon?: IconName;
  /** The icon stands after the words, for going forward. */
  iconAfter?: boolean;
  large?: boolean;
  /** The act's name, the same in every language: what drives the window in tests finds it by that. */
  act?: string;
  /** Under way: it keeps its place and its focus, and cannot be pressed again. */
  isBusy?: boolean;
  children: ReactNode;
}

export function Button({ kind = 'secondary', icon, iconAfter = false, large = false, act, isBusy = false, children, ...rest }: Props) {
  return (
    <Pressable
      {...rest}
      data-act={act}
      // react-aria's own pending state leaves an announcement behind that points to a button which may be gone by then.
      type={isBusy ? 'button' : rest.type}
      onPress={isBusy ? undefined : rest.onPress}
      aria-disabled={isBusy || undefined}
      className={classes(styles.button, styles[kind], large && styles.large, isBusy && styles.busy)}
    >
      {icon && !iconAfter && <Icon name={icon} />}
      <span>{children}</span>
      {icon && iconAfter && <Icon name={icon} />}
    </Pressable>
  );
}
