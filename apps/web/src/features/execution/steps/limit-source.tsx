'use client';

import { limitsOf } from '@heliograph/domain';
import { Badge, Cluster, Disclosure, Stack, Text } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import { executionMessages } from '../messages.ts';
import type { StepInputProps } from './types.ts';

/** Why anyone should believe the limit: its source, and that it is only a default until somebody with the right confirms it (rule 11). */
export function LimitSource({ step, place }: Pick<StepInputProps<'measurement'>, 'step' | 'place'>) {
  const t = useMessages(executionMessages);
  const language = useLanguage();
  const { limit } = limitsOf(step, place.context);
  if (limit === null) return null;
  return (
    <Stack gap={2}>
      {!limit.confirmed && (
        <Cluster>
          <Badge tone="watch">{t.unconfirmed}</Badge>
        </Cluster>
      )}
      {limit.source !== null && (
        <Disclosure summary={t.limitSource}>
          <Text kind="small">{limit.source[language]}</Text>
        </Disclosure>
      )}
    </Stack>
  );
}
