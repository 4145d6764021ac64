import { classes } from '../classes.ts';
import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/paths.ts';
import { VisuallyHidden } from '../page/visually-hidden.tsx';
import styles from './icon-button.module.css';
import { Pressable, type PressableProps } from './pressable.tsx';

export interface IconButtonProps extends Omit<PressableProps, 'children'> {
  icon: IconName;
  label: string;
  /** Only for signs that need no word: the cross of a panel, the arrows of a pager. */
  isLabelHidden?: boolean | undefined;
  /** The word under the icon, or after it. */
  layout?: 'stacked' | 'row' | undefined;
  tone?: 'plain' | 'stop' | undefined;
}

/** An icon with its word. */
export function IconButton({ icon, label, isLabelHidden = false, layout = 'stacked', tone = 'plain', className, ...rest }: IconButtonProps) {
  return (
    <Pressable {...rest} className={classes(styles.button, styles[layout], isLabelHidden && styles.bare, tone === 'stop' && styles.stop, className)}>
      <Icon name={icon} />
      {isLabelHidden ? <VisuallyHidden>{label}</VisuallyHidden> : <span>{label}</span>}
    </Pressable>
  );
}
