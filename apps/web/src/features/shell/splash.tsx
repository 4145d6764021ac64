import { BrandMark } from '@heliograph/ui';
import styles from './splash.module.css';

/** The page as it comes from the cache or the network, for the moment until the application runs. No words: the language is not known yet. */
export const Splash = () => (
  <div className={styles.splash}>
    <BrandMark size={96} />
  </div>
);
