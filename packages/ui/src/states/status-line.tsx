import { useState } from 'react';
import { Pressable } from '../actions/pressable.tsx';
import { classes } from '../classes.ts';
import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/paths.ts';
import { VisuallyHidden } from '../page/visually-hidden.tsx';
import { MarkSign } from './state-mark.tsx';
import styles from './status-line.module.css';

export type StatusState = 'reading' | 'sent' | 'waiting' | 'sending' | 'attention' | 'offline';

export interface StatusLineProps {
  state: StatusState;
  label: string;
  detail?: string | undefined;
  /** How many things have been acknowledged so far; each time it grows the glint passes. */
  arrivals?: number | undefined;
  onOpen?: (() => void) | undefined;
  /** Where a screen has little room: the detail is said, not drawn. */
  isCompact?: boolean | undefined;
}

const icons: Record<Exclude<StatusState, 'sent'>, IconName> = {
  reading: 'sync',
  waiting: 'arrow-up',
  sending: 'sync',
  attention: 'triangle',
  offline: 'cloud-off',
};

/** What has arrived and what waits, always in the same place. The glint means one thing: it arrived. */
export function StatusLine({ state, label, detail, arrivals = 0, onOpen, isCompact = false }: StatusLineProps) {
  const [arrivedBefore] = useState(arrivals);
  const content = (
    <>
      <span className={styles.sign}>{state === 'sent' ? <MarkSign mark="sent" /> : <Icon name={icons[state]} size={20} />}</span>
      <span className={styles.words} aria-live={state === 'sending' ? 'off' : 'polite'}>
        <span className={styles.label}>{label}</span>
        {detail && (isCompact ? <VisuallyHidden>{detail}</VisuallyHidden> : <span className={styles.detail}>{detail}</span>)}
      </span>
      {arrivals > arrivedBefore && <span key={arrivals} className={styles.glint} aria-hidden="true" />}
    </>
  );
  const className = classes(styles.line, isCompact && styles.compact);
  if (!onOpen) return <div className={className}>{content}</div>;
  return (
    <Pressable className={className} data-state={state} onClick={onOpen}>
      {content}
    </Pressable>
  );
}
