'use client';

import { List, ListRow, Section, StateMark, Text } from '@heliograph/ui';
import { dayIn, noonOf } from '../../platform/day.ts';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { useNow } from '../../platform/now.ts';
import { ExecutionRow } from '../today/execution-row.tsx';
import { pathToWork } from '../today/given-lists.tsx';
import { givenMessages } from '../today/given-messages.ts';
import { assetMessages } from './messages.ts';
import type { WorkAt } from './use-work-at.ts';

/** What the office wants done here, the earliest day first: a tap from the equipment to the work. */
export function AssetDue({ work: { due, naming } }: { work: WorkAt }) {
  const t = useMessages(assetMessages);
  const given = useMessages(givenMessages);
  const format = useFormat();
  const now = useNow();
  if (due.length === 0) return null;
  return (
    <Section title={t.due} aside={due.length}>
      <List>
        {due.map((work) => {
          const today = dayIn(naming.plant.site(work.site)?.timeZone ?? 'UTC', now);
          const day = format.weekday(noonOf(work.day), 'UTC');
          const isLate = work.day < today;
          return (
            <ListRow
              key={work.x}
              href={pathToWork(work)}
              title={naming.title({ start: null, plan: work })}
              detail={
                <StateMark mark={isLate ? 'watch' : 'todo'} label={isLate ? given.late(day) : work.day === today ? given.today : day} size="small" />
              }
            />
          );
        })}
      </List>
    </Section>
  );
}

/** What was done here, as far as this phone knows. */
export function AssetWork({ work: { executions, naming } }: { work: WorkAt }) {
  const t = useMessages(assetMessages);
  return (
    <Section title={t.work}>
      {executions.length === 0 ? (
        <Text isSoft>{t.noWork}</Text>
      ) : (
        <List>
          {executions.map((execution) => (
            <ExecutionRow key={execution.x} execution={execution} naming={naming} />
          ))}
        </List>
      )}
    </Section>
  );
}
