import { Text } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { shell } from './messages.ts';
import styles from './splash.module.css';
import { Splash } from './splash.tsx';

/** While a screen is fetched that is not on this phone yet, as after the first sign-in over a slow link. Nothing of it shows where that is quick. */
export function Opening() {
  const words = useMessages(shell);
  return (
    <div className={styles.late} role="status">
      <Splash />
      <div className={styles.below}>
        <Text isSoft>{words.opening}</Text>
      </div>
    </div>
  );
}
