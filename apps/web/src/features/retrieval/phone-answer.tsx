'use client';

import { refusalOf, safetyOf } from '@heliograph/domain/assistant/safety';
import { Skeleton, Stack } from '@heliograph/ui';
import { useMemo, useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { OpenLockOut, RefusalNotice, Reminders } from '../assistant/safety-notices.tsx';
import { TipSheet } from '../tips/tip-sheet.tsx';
import { useTips } from '../tips/use-tips.ts';
import { retrievalMessages } from './messages.ts';
import { PassageList } from './passage-list.tsx';
import { usePhoneShelf } from './use-phone-shelf.ts';

const MOST = 5;

/**
 * What this phone's own library says about a question: without a network, without a key, without a generated sentence. What
 * must be refused is refused here as it is by the server.
 * @param before earlier questions of the conversation, oldest first
 */
export function PhoneAnswer({ question, before }: { question: string; before?: readonly string[] }) {
  const t = useMessages(retrievalMessages);
  const shelf = usePhoneShelf();
  const tips = useTips();
  const [opened, setOpened] = useState<string | null>(null);
  const safety = useMemo(() => safetyOf(question, before), [question, before]);
  const found = useMemo(() => shelf?.find(question, MOST), [shelf, question]);
  if (shelf === undefined || found === undefined) return <Skeleton label={t.reading} lines={4} />;
  const refusal = refusalOf(
    safety,
    found.flatMap(({ passage }) => [passage.fr, passage.en]),
  );
  return (
    <Stack gap={4}>
      {refusal === null ? (
        <>
          <Reminders mustSay={safety.mustSay} hasAnswer={false} />
          <PassageList
            passages={found}
            note={t.onPhone}
            hrefOf={({ kind, id, step }) => (kind === 'procedure' ? shelf.hrefOf(id, step) : undefined)}
            onOpen={({ kind, id }) => (kind === 'tip' ? () => setOpened(id) : undefined)}
          />
        </>
      ) : (
        <RefusalNotice refuse={refusal} action={<OpenLockOut refuse={refusal} />} />
      )}
      <TipSheet tip={tips?.find(({ id }) => id === opened) ?? null} onClose={() => setOpened(null)} />
    </Stack>
  );
}
