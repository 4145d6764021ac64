import type { ReactNode } from 'react';
import { classes } from '../classes.ts';
import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/paths.ts';
import styles from './button.module.css';
import { Pressable, type PressableProps } from './pressable.tsx';

export type ButtonKind = 'primary' | 'action' | 'quiet';

export interface ButtonProps extends PressableProps {
  children: ReactNode;
  /** One primary a screen; `action` for what a step offers; `quiet` for the rest. */
  kind?: ButtonKind | undefined;
  tone?: 'signal' | 'stop' | undefined;
  icon?: IconName | undefined;
  trailingIcon?: IconName | undefined;
  isWide?: boolean | undefined;
  /** Something is under way that this button started: it says so and takes no second press. */
  isBusy?: boolean | undefined;
}

interface ButtonLook {
  kind: ButtonKind;
  tone?: 'signal' | 'stop' | undefined;
  isWide?: boolean | undefined;
  /** For what looks like a button and cannot be disabled itself. */
  isOff?: boolean | undefined;
}

export const buttonClass = ({ kind, tone, isWide, isOff }: ButtonLook) =>
  classes(styles.button, styles[kind], tone === 'stop' && styles.stop, isWide && styles.wide, isOff && styles.off);

/** A verb to press. */
export function Button({ children, kind = 'action', tone = 'signal', icon, trailingIcon, isWide = false, isBusy = false, ...rest }: ButtonProps) {
  return (
    <Pressable
      {...rest}
      className={classes(buttonClass({ kind, tone, isWide }), rest.className)}
      aria-busy={isBusy || undefined}
      disabled={rest.disabled || isBusy}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
      {trailingIcon && <Icon name={trailingIcon} />}
    </Pressable>
  );
}
