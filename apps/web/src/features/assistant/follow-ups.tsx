'use client';

import { useMessages } from '../../platform/messages.ts';
import styles from './assistant.module.css';
import { assistantMessages } from './messages.ts';

/** Ready questions under an answer, as large as a glove. */
export function FollowUps({ onAsk }: { onAsk: (text: string) => void }) {
  const t = useMessages(assistantMessages);
  return (
    <fieldset className={styles.followUps}>
      <legend className={styles.hidden}>{t.followUps}</legend>
      {[t.follow_steps, t.follow_tools, t.follow_doubt, t.follow_simple].map((text) => (
        <button key={text} type="button" className={styles.followUp} onClick={() => onAsk(text)}>
          {text}
        </button>
      ))}
    </fieldset>
  );
}
