import { useEffect, useRef } from 'react';
import styles from './toast.module.css';

export interface ToastProps {
  message: string;
  undoLabel?: string | undefined;
  onUndo?: (() => void) | undefined;
  /** Its time is up. */
  onEnd: () => void;
  /** Ten by default: gloves take time. */
  seconds?: number | undefined;
}

/** What was just done, and the way back. Shown again for every new message by giving it a new `key`. */
export function Toast({ message, undoLabel, onUndo, onEnd, seconds = 10 }: ToastProps) {
  const end = useRef(onEnd);
  useEffect(() => {
    end.current = onEnd;
  });
  useEffect(() => {
    const timer = setTimeout(() => end.current(), seconds * 1000);
    return () => clearTimeout(timer);
  }, [seconds]);
  return (
    <div className={styles.toast} role="status">
      <span className={styles.message}>{message}</span>
      {undoLabel && onUndo && (
        <button className={styles.undo} type="button" onClick={onUndo}>
          {undoLabel}
        </button>
      )}
    </div>
  );
}
