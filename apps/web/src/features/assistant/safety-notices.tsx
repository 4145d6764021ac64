'use client';

import type { Localized } from '@heliograph/domain';
import { EMERGENCY_LINES, LOCK_OUT_PROCEDURE, offersLockOut, REFUSAL_WORDS, REMINDER_WORDS, type Safety } from '@heliograph/domain/assistant/safety';
import { Button, Notice } from '@heliograph/ui';
import type { ReactNode } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { typographic } from '../../platform/typography.ts';
import styles from './assistant.module.css';
import { assistantMessages } from './messages.ts';
import { useShell } from './shell.ts';

/** Words of the domain, spaced as French is. */
function useSpaced(): (words: Localized) => string {
  const language = useLanguage();
  return (words) => (language === 'fr' ? typographic(words.fr) : words.en);
}

/** In an emergency the sheet comes before any other text. */
export function EmergencyFirst() {
  const t = useMessages(assistantMessages);
  const say = useSpaced();
  const { emergency } = useShell();
  return (
    <Notice
      tone="stop"
      title={t.emergency}
      isLive
      action={
        emergency !== null && (
          <Button kind="action" tone="stop" icon="emergency" href={emergency}>
            {t.openEmergency}
          </Button>
        )
      }
    >
      {EMERGENCY_LINES.map((line) => (
        <p key={line.fr}>{say(line)}</p>
      ))}
    </Notice>
  );
}

interface RefusalNoticeProps {
  readonly refuse: NonNullable<Safety['refuse']>;
  /** Nothing wrong was asked: it was answered so. */
  readonly isOfAnswer?: boolean;
  /** What it offers instead. */
  readonly action?: ReactNode;
}

/** What is not answered, or not shown of an answer, said in its place. */
export function RefusalNotice({ refuse, isOfAnswer = false, action }: RefusalNoticeProps) {
  const t = useMessages(assistantMessages);
  const say = useSpaced();
  return (
    <Notice tone="watch" title={isOfAnswer ? t.notShown : t.notAnswered} action={action}>
      {say(REFUSAL_WORDS[refuse])}
    </Notice>
  );
}

/** The safe way that a refusal asks about, where this device can open it. */
export function OpenLockOut({ refuse }: Pick<RefusalNoticeProps, 'refuse'>) {
  const t = useMessages(assistantMessages);
  const { hrefOf } = useShell();
  const href = offersLockOut(refuse) ? hrefOf({ kind: 'procedure', id: LOCK_OUT_PROCEDURE, step: null }) : null;
  return href === null ? null : (
    <Button kind="action" icon="book" href={href}>
      {t.openLockOut}
    </Button>
  );
}

interface RemindersProps extends Pick<Safety, 'mustSay'> {
  /** Whether anybody has answered, or is about to: what an answer does not replace is said of one alone. */
  readonly hasAnswer: boolean;
}

/** What must always be said beside an answer; the product says it, whatever a model wrote. Where none came, what is true of the subject stays. */
export function Reminders({ mustSay, hasAnswer }: RemindersProps) {
  const say = useSpaced();
  const said = hasAnswer ? mustSay : mustSay.filter((reminder) => reminder !== 'not_a_substitute');
  if (said.length === 0) return null;
  return (
    <ul className={styles.reminders}>
      {said.map((reminder) => (
        <li key={reminder}>{say(REMINDER_WORDS[reminder])}</li>
      ))}
    </ul>
  );
}
