'use client';

import type { ExecutionSummary } from '@heliograph/offline';
import { Card, Section, Stack, StateMark, Text } from '@heliograph/ui';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { useNow } from '../../platform/now.ts';
import styles from './given.module.css';
import { givenMessages } from './given-messages.ts';
import { useNameOf } from './use-name-of.ts';
import type { Naming } from './use-naming.ts';

/** What a reviewer sent back, with what they want looked at again: before anything else that is open. */
export function ReturnedCards({ executions, naming }: { executions: readonly ExecutionSummary[]; naming: Naming }) {
  const t = useMessages(givenMessages);
  if (executions.length === 0) return null;
  return (
    <Section title={t.toCorrect} aside={executions.length}>
      <Stack gap={3}>
        {executions.map((execution) => (
          <ReturnedCard key={execution.x} execution={execution} naming={naming} />
        ))}
      </Stack>
    </Section>
  );
}

function ReturnedCard({ execution, naming }: { execution: ExecutionSummary; naming: Naming }) {
  const t = useMessages(givenMessages);
  const format = useFormat();
  const nameOf = useNameOf();
  const now = useNow();
  const { returned, x } = execution;
  if (returned === null) return null;
  return (
    <Card href={`/app/executions/${x}`} title={naming.title(execution)} detail={naming.where(execution)} tone="watch">
      <StateMark mark="attention" label={t.returnedBy(nameOf(returned.by), format.ago(returned.at, now))} size="small" />
      <Text as="div">
        <div className={styles.short}>{returned.note ?? t.noNote}</div>
      </Text>
    </Card>
  );
}
