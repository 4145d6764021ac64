'use client';

import { EMERGENCY_LINES, REFUSAL_WORDS, REMINDER_WORDS, type Safety } from '@heliograph/domain/assistant/safety';
import { Button, Notice } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import styles from './assistant.module.css';
import { assistantMessages } from './messages.ts';
import { useShell } from './shell.ts';

/** In an emergency the sheet comes before any other text. */
export function EmergencyFirst() {
  const t = useMessages(assistantMessages);
  const language = useLanguage();
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
        <p key={line.fr}>{line[language]}</p>
      ))}
    </Notice>
  );
}

/** What is not answered, said in place of an answer. */
export function RefusalNotice({ refuse }: { refuse: NonNullable<Safety['refuse']> }) {
  const t = useMessages(assistantMessages);
  const language = useLanguage();
  return (
    <Notice tone="watch" title={t.notAnswered}>
      {REFUSAL_WORDS[refuse][language]}
    </Notice>
  );
}

/** What must always be said beside an answer; the product says it, whatever a model wrote. */
export function Reminders({ mustSay }: Pick<Safety, 'mustSay'>) {
  const language = useLanguage();
  return (
    <ul className={styles.reminders}>
      {mustSay.map((reminder) => (
        <li key={reminder}>{REMINDER_WORDS[reminder][language]}</li>
      ))}
    </ul>
  );
}
