import { VisuallyHidden } from '../page/visually-hidden.tsx';
import styles from './skeleton.module.css';

export interface SkeletonProps {
  /** What is being fetched. */
  label: string;
  lines?: number | undefined;
}

/** The shape of a list that the network still owes; nothing is seen before 300 ms. Lists on this device never need it. */
export function Skeleton({ label, lines = 3 }: SkeletonProps) {
  return (
    <div className={styles.skeleton} role="status">
      <VisuallyHidden>{label}</VisuallyHidden>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className={styles.row} aria-hidden="true">
          <span className={styles.title} />
          <span className={styles.detail} />
        </span>
      ))}
    </div>
  );
}
