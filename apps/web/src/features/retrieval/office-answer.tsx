'use client';

import { refusalOf, safetyOf } from '@heliograph/domain/assistant/safety';
import { Button, ErrorState, Skeleton, Stack } from '@heliograph/ui';
import { useMemo } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { trpc } from '../../platform/trpc.tsx';
import { retrievalMessages } from './messages.ts';
import { PassageList } from './passage-list.tsx';
import { EmergencyNotice, RefusalNotice, Reminders } from './safety-notice.tsx';

const MOST = 5;

/** What the organisation's library says about a question, where no model is to be asked. @param before earlier questions, oldest first */
export function OfficeAnswer({ question, before }: { question: string; before?: readonly string[] }) {
  const t = useMessages(retrievalMessages);
  const safety = useMemo(() => safetyOf(question, before), [question, before]);
  const { data, isError, refetch } = trpc.retrieval.search.useQuery({ query: question, limit: MOST });
  if (isError) return <ErrorState title={t.unreachable} action={<Button onClick={() => void refetch()}>{t.tryAgain}</Button>} />;
  if (data === undefined) return <Skeleton label={t.reading} lines={4} />;
  const refusal = refusalOf(
    safety,
    data.flatMap(({ passage }) => [passage.fr, passage.en]),
  );
  return (
    <Stack gap={4}>
      <EmergencyNotice safety={safety} />
      {refusal === null ? (
        <>
          <Reminders safety={safety} />
          <PassageList
            passages={data}
            note=""
            hrefOf={({ kind, id }) => (kind === 'procedure' ? `/office/procedures/${encodeURIComponent(id)}` : undefined)}
          />
        </>
      ) : (
        <RefusalNotice refusal={refusal} />
      )}
    </Stack>
  );
}
