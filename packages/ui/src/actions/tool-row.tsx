import type { ReactNode } from 'react';
import styles from './tool-row.module.css';

/** Icons with their words, in one line from edge to edge; in even lines where the text is large. */
export const ToolRow = ({ children }: { children: ReactNode }) => <div className={styles.tools}>{children}</div>;
