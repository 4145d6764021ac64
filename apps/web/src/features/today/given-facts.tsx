'use client';

import type { PlannedWork } from '@heliograph/offline';
import { Stack, Text } from '@heliograph/ui';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import styles from './given.module.css';
import { givenMessages } from './given-messages.ts';
import { useNameOf } from './use-name-of.ts';

/** What the office said with the work: what was reported, what to mind, who comes along. */
export function GivenFacts({ work, isShort = false }: { work: PlannedWork; isShort?: boolean }) {
  const t = useMessages(givenMessages);
  const format = useFormat();
  const nameOf = useNameOf();
  const { note, reported, colleagues, plannedBy } = work;
  const said = [
    [t.symptom, reported?.symptom],
    [t.alarm, reported?.alarm],
    [t.source, reported?.source],
    [t.note, note],
  ].flatMap(([label, text]) => (text == null || text === '' ? [] : [{ label, text }]));
  return (
    <Stack gap={2}>
      {said.map(({ label, text }) => (
        <div key={label} className={isShort ? styles.short : styles.whole}>
          <span className={styles.label}>{label} </span>
          {text}
        </div>
      ))}
      <Text kind="small" isSoft>
        {[colleagues.length === 0 ? null : t.with(format.list(colleagues.map(nameOf))), t.givenBy(nameOf(plannedBy))].filter(Boolean).join(' · ')}
      </Text>
    </Stack>
  );
}
