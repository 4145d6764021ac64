'use client';

import { type ExecutionSummary, putForgottenWorkAway } from '@heliograph/offline';
import { Button, Notice, Stack, Text } from '@heliograph/ui';
import { useField } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { newsMessages } from './news-messages.ts';
import type { Naming } from './use-naming.ts';

/** Work that a restored server no longer knows as this person's: it goes on here, and whoever does not go on with it may put it away. */
export function ForgottenNotice({ works, naming }: { works: readonly ExecutionSummary[]; naming: Naming }) {
  const t = useMessages(newsMessages);
  const { view } = useField();
  if (works.length === 0) return null;
  return (
    <Notice tone="watch" title={t.forgottenTitle}>
      <Stack gap={3}>
        <Text>{t.forgotten(works.length)}</Text>
        {works.map((work) => (
          <Stack key={work.x} gap={1}>
            <Text>
              <strong>{[naming.title(work), naming.where(work)].join(' · ')}</strong>
            </Text>
            {work.start === null && (
              <Button kind="quiet" onClick={() => void putForgottenWorkAway(view.cache, work.x)}>
                {t.putAway}
              </Button>
            )}
          </Stack>
        ))}
      </Stack>
    </Notice>
  );
}
