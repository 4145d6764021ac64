import { classes } from '../classes.ts';
import styles from './chips.module.css';

export interface Chip {
  key: string;
  label: string;
  isOn: boolean;
  onPress: () => void;
}

export interface ChipsProps {
  label: string;
  chips: readonly Chip[];
  /** Over several lines, each whole; otherwise one row to slide through with the thumb. */
  isWrapped?: boolean | undefined;
}

/** Words to switch on and off with one touch; those that are on are filled and ticked. */
export function Chips({ label, chips, isWrapped = false }: ChipsProps) {
  return (
    <fieldset className={styles.chips}>
      <legend className={styles.legend}>{label}</legend>
      <div className={classes(styles.row, isWrapped && styles.wrapped)}>
        {chips.map(({ key, label: words, isOn, onPress }) => (
          <button key={key} type="button" className={styles.chip} aria-pressed={isOn} onClick={onPress}>
            {words}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
