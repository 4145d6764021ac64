'use client';

import { EMERGENCY_LINES, REFUSAL_WORDS, REMINDER_WORDS, type Refusal, type Safety } from '@heliograph/domain/assistant/safety';
import { Button, Notice, Stack, Text } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { retrievalMessages } from './messages.ts';

/** Before anything else: two lines, and the sheet. Rendered by the office too, where the sheet is the phone's. */
export function EmergencyNotice({ safety, href = '/app/emergency' }: { safety: Pick<Safety, 'emergency'>; href?: string }) {
  const t = useMessages(retrievalMessages);
  const language = useLanguage();
  if (!safety.emergency) return null;
  return (
    <Notice
      tone="stop"
      title={t.emergencyTitle}
      action={
        <Button kind="primary" trailingIcon="arrow-right" href={href}>
          {t.openEmergency}
        </Button>
      }
    >
      {EMERGENCY_LINES.map((line) => (
        <Text key={line.fr}>{line[language]}</Text>
      ))}
    </Notice>
  );
}

/** What is said in place of an answer. @param lockOut where the lock-out procedure is read, if there is one */
export function RefusalNotice({ refusal, lockOut }: { refusal: Refusal; lockOut?: string | undefined }) {
  const t = useMessages(retrievalMessages);
  const language = useLanguage();
  return (
    <Notice
      tone="stop"
      title={t.refusedTitle}
      action={refusal === 'under_load' && lockOut !== undefined ? <Button href={lockOut}>{t.openLockOut}</Button> : undefined}
    >
      {REFUSAL_WORDS[refusal][language]}
    </Notice>
  );
}

/** What must be said beside an answer, whatever the answer says. */
export function Reminders({ safety }: { safety: Pick<Safety, 'mustSay'> }) {
  const t = useMessages(retrievalMessages);
  const language = useLanguage();
  return (
    <Notice tone="watch" title={t.remindersTitle}>
      <Stack gap={1}>
        {safety.mustSay.map((reminder) => (
          <Text key={reminder}>{REMINDER_WORDS[reminder][language]}</Text>
        ))}
      </Stack>
    </Notice>
  );
}
