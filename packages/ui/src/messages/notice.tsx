import type { ReactNode } from 'react';
import { classes } from '../classes.ts';
import { Icon } from '../icons/icon.tsx';
import type { Mark, Tone } from '../states/mark-shapes.ts';
import { MarkSign } from '../states/state-mark.tsx';
import tones from '../states/tone.module.css';
import styles from './notice.module.css';

export type NoticeTone = 'info' | 'conform' | 'watch' | 'stop';

export interface NoticeProps {
  tone?: NoticeTone | undefined;
  title?: string | undefined;
  children?: ReactNode;
  action?: ReactNode;
  /** It appeared because of something that has just happened: it is read out. */
  isLive?: boolean | undefined;
}

const signs: Record<NoticeTone, { tone: Tone; mark: Mark | null }> = {
  info: { tone: 'signal', mark: null },
  conform: { tone: 'conform', mark: 'conform' },
  watch: { tone: 'watch', mark: 'attention' },
  stop: { tone: 'stop', mark: 'stop' },
};

/** Something to know before going on. `stop` says that work must not go on. */
export function Notice({ tone = 'info', title, children, action, isLive = false }: NoticeProps) {
  const sign = signs[tone];
  const role = isLive ? (tone === 'stop' ? 'alert' : 'status') : 'note';
  return (
    <div className={classes(styles.notice, tones[sign.tone], tone === 'stop' && styles.stop)} role={role}>
      <span className={styles.sign}>{sign.mark ? <MarkSign mark={sign.mark} /> : <Icon name="info" />}</span>
      <div className={styles.words}>
        {title && <p className={styles.title}>{title}</p>}
        {children && <div>{children}</div>}
        {action && <div className={styles.action}>{action}</div>}
      </div>
    </div>
  );
}
