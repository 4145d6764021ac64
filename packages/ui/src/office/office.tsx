import { type ReactNode, useSyncExternalStore } from 'react';
import { Button } from '../actions/button.tsx';
import styles from './office.module.css';

export interface OfficeProps {
  rail: ReactNode;
  children: ReactNode;
  panel?: ReactNode;
}

/** The desk: the places at the left, the work in the middle, the thing looked at to the right. */
export function Office({ rail, children, panel }: OfficeProps) {
  return (
    <div className={styles.office}>
      {rail}
      <main className={styles.work} id="content" tabIndex={-1}>
        {children}
      </main>
      {panel}
    </div>
  );
}

export interface SidePanelProps {
  title: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
  /** At the foot, always in sight. */
  actions?: ReactNode;
}

/** As the style sheet says it: with no room for both, the panel takes the list's place, and its title is the page's. */
const NO_ROOM_FOR_BOTH = '(max-width: 959.98px)';

function useIsAlone(): boolean {
  return useSyncExternalStore(
    (tell) => {
      const room = matchMedia(NO_ROOM_FOR_BOTH);
      room.addEventListener('change', tell);
      return () => room.removeEventListener('change', tell);
    },
    () => matchMedia(NO_ROOM_FOR_BOTH).matches,
    () => false,
  );
}

/** The thing looked at, beside its list: the list stays where it was. */
export function SidePanel({ title, closeLabel, onClose, children, actions }: SidePanelProps) {
  const isAlone = useIsAlone();
  const Heading = isAlone ? 'h1' : 'h2';
  return (
    // One element in both places: a tablet that is turned keeps what was typed.
    <section className={styles.panel} role={isAlone ? 'main' : 'complementary'} aria-label={title}>
      <header className={styles.panelHead}>
        <Heading className={styles.panelTitle}>{title}</Heading>
        <Button kind="quiet" onClick={onClose}>
          {closeLabel}
        </Button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className={styles.panelContent} tabIndex={0}>
        {children}
      </div>
      {actions && <footer className={styles.panelActions}>{actions}</footer>}
    </section>
  );
}
