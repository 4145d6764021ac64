'use client';

import type { PlannedWork } from '@heliograph/offline';
import { Card, Disclosure, List, ListRow, Section, Stack, StateMark } from '@heliograph/ui';
import { noonOf } from '../../platform/day.ts';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { pathTo } from '../../platform/router.ts';
import type { DueWork, Given } from './given.ts';
import { GivenFacts } from './given-facts.tsx';
import { givenMessages } from './given-messages.ts';
import type { Naming } from './use-naming.ts';

export const pathToWork = ({ x }: Pick<PlannedWork, 'x'>): string => pathTo('/app/work/:id', { id: x });

/** What the office wants done: today's and what is late as cards, the coming days as a list to look at. */
export function GivenLists({ given: { due, coming }, naming }: { given: Given; naming: Naming }) {
  const t = useMessages(givenMessages);
  const format = useFormat();
  return (
    <>
      {due.length > 0 && (
        <Section title={t.forToday} aside={due.length}>
          <Stack gap={3}>
            {due.map((one) => (
              <WorkCard key={one.work.x} {...one} naming={naming} />
            ))}
          </Stack>
        </Section>
      )}
      {coming.length > 0 && (
        <Disclosure summary={t.coming} aside={coming.length} isOpen={due.length === 0}>
          <List>
            {coming.map((work) => (
              <ListRow
                key={work.x}
                href={pathToWork(work)}
                title={naming.title({ start: null, plan: work })}
                detail={`${format.weekday(noonOf(work.day), 'UTC')} · ${naming.where({ start: null, plan: work })}`}
              />
            ))}
          </List>
        </Disclosure>
      )}
    </>
  );
}

function WorkCard({ work, isLate, naming }: DueWork & { naming: Naming }) {
  const t = useMessages(givenMessages);
  const format = useFormat();
  const when = isLate ? t.late(format.weekday(noonOf(work.day), 'UTC')) : t.today;
  return (
    <Card
      href={pathToWork(work)}
      title={naming.title({ start: null, plan: work })}
      detail={naming.where({ start: null, plan: work })}
      {...(isLate ? { tone: 'watch' as const } : {})}
    >
      <StateMark mark={isLate ? 'watch' : 'todo'} label={when} size="small" />
      <GivenFacts work={work} isShort />
    </Card>
  );
}
