import type { ReactNode } from 'react';
import styles from './measure.module.css';

/** Forms and words at the desk, no wider than the eye follows. */
export const Measure = ({ children }: { children: ReactNode }) => <div className={styles.measure}>{children}</div>;
