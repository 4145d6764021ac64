import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from '../actions/button.tsx';
import { classes } from '../classes.ts';
import styles from './sheet.module.css';

export interface SheetProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  closeLabel: string;
  children: ReactNode;
  /** Stays at the foot while the content scrolls. */
  footer?: ReactNode;
  /** From below on a phone and from the side on a desk, unless it asks for one of them. */
  side?: 'bottom' | 'end' | undefined;
}

/** Something over the screen, for a moment. The browser's own dialog keeps the focus in and gives it back. */
export function Sheet({ title, isOpen, onClose, closeLabel, children, footer, side }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (isOpen && !element?.open) element?.showModal();
    if (!isOpen && element?.open) element.close();
  }, [isOpen]);
  const closeOutside = (event: MouseEvent) => {
    if (event.target === dialog.current) onClose();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog ref={dialog} className={classes(styles.sheet, side && styles[side])} aria-labelledby={titleId} onClick={closeOutside} onClose={onClose}>
      <div className={styles.inside}>
        <header className={styles.head}>
          <h2 className={styles.title} id={titleId}>
            {title}
          </h2>
          <Button kind="quiet" onClick={onClose}>
            {closeLabel}
          </Button>
        </header>
        <div className={styles.content}>{isOpen && children}</div>
        {footer && <footer className={styles.foot}>{footer}</footer>}
      </div>
    </dialog>
  );
}
