'use client';

import type { ExecutionSummary } from '@heliograph/offline';
import { BottomActions, Button, Disclosure, EmptyState, List, Screen, Section, Skeleton } from '@heliograph/ui';
import { lazy, Suspense } from 'react';
import { useField, useLocalView } from '../../platform/field-context.tsx';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { useNow } from '../../platform/now.ts';
import { useTitle } from '../../platform/title.ts';
import { capital } from '../../platform/typography.ts';
import { FieldBottom } from '../field/field-bottom.tsx';
import { FieldTop } from '../field/field-top.tsx';
import { LossNotice } from '../loss/loss-notice.tsx';
import { OnboardingCard } from '../onboarding/onboarding-card.tsx';
import { ExecutionRow, OpenRow, pathOf } from './execution-row.tsx';
import { GivenLists, pathToWork } from './given-lists.tsx';
import { givenMessages } from './given-messages.ts';
import { todayMessages } from './messages.ts';
import { ReadyCard } from './ready-card.tsx';
import { ResumeCard } from './resume-card.tsx';
import { ReturnedCards } from './returned-cards.tsx';
import { StayCards } from './stay-cards.tsx';
import { type Day, useDay } from './use-day.ts';
import { useGround } from './use-ground.ts';
import { type Naming, useNaming } from './use-naming.ts';

const OfficeNews = lazy(() => import('./office-news.tsx'));

/** The first screen: what is under way, how to go on, and whether the phone is ready to leave the network. */
export default function TodayPage() {
  const t = useMessages(todayMessages);
  const format = useFormat();
  const { user } = useField().identity;
  const now = useNow();
  const day = useDay();
  // Where work may not be begun, nothing is ready and nothing is offered: the notice says why, and what helps.
  const ground = useGround();
  const isKept = ground !== 'read_only';
  useTitle(t.title);
  const next = nextOf(day);
  return (
    <Screen
      top={<FieldTop title={capital(format.weekday(now))} eyebrow={t.hello(firstName(user.name))} />}
      bottom={
        <>
          {ground === 'ready' && <Next next={next} />}
          <FieldBottom current="today" />
        </>
      }
    >
      <LossNotice />
      <StayCards />
      {ground === 'ready' && <ReadyCard />}
      {/* Work first: what the phone still needs leads only where there is nothing to do yet. */}
      {isKept && day !== undefined && next === null && <OnboardingCard />}
      {day === undefined ? <Skeleton label={t.reading} lines={6} /> : <DayLists day={day} />}
      {isKept && next !== null && <OnboardingCard />}
    </Screen>
  );
}

interface NextStep {
  readonly href: string;
  readonly isBegun: boolean;
}

/** The button under the thumb. */
function Next({ next }: { next: NextStep | null }) {
  const t = useMessages(todayMessages);
  const given = useMessages(givenMessages);
  return (
    <BottomActions>
      {next === null ? (
        <Button kind="primary" isWide href="/app/library">
          {t.chooseProcedure}
        </Button>
      ) : (
        <Button kind="primary" isWide trailingIcon="arrow-right" href={next.href}>
          {next.isBegun ? t.resume : given.begin}
        </Button>
      )}
    </BottomActions>
  );
}

/** What it leads to: work that is open, then work that is due. */
function nextOf(day: Day | undefined): NextStep | null {
  const begun = day?.mine[0] ?? day?.returned[0];
  const due = day?.given.due[0];
  if (begun !== undefined) return { href: pathOf(begun), isBegun: true };
  return due === undefined ? null : { href: pathToWork(due.work), isBegun: false };
}

function DayLists({ day: { returned, mine, given, left, forgotten, takenBack, ofColleagues, recent } }: { day: Day }) {
  const t = useMessages(todayMessages);
  const planned = [...given.due.map(({ work }) => work), ...given.coming].map((plan) => ({ start: null, plan }));
  const naming = useNaming([...returned, ...mine, ...planned, ...left, ...forgotten, ...takenBack, ...ofColleagues, ...recent]);
  // Before the first whole pull nobody knows that nothing is under way.
  const isKnown = useLocalView((view) => view.wholeAt) != null;
  if (naming === undefined) return <Skeleton label={t.reading} lines={6} />;
  const [resumed, ...others] = mine;
  return (
    <>
      {takenBack.length + left.length + forgotten.length > 0 && (
        <Suspense fallback={null}>
          <OfficeNews takenBack={takenBack} left={left} forgotten={forgotten} naming={naming} />
        </Suspense>
      )}
      <ReturnedCards executions={returned} naming={naming} />
      {mine.length + returned.length + planned.length === 0 && isKnown && (
        <EmptyState icon="clipboard" title={t.emptyTitle}>
          {t.emptyText}
        </EmptyState>
      )}
      {resumed !== undefined && (
        <Section title={t.open}>
          <ResumeCard execution={resumed} naming={naming} />
        </Section>
      )}
      <GivenLists given={given} naming={naming} />
      {others.length > 0 && (
        <Section title={t.alsoOpen} aside={others.length}>
          <Rows executions={others} naming={naming} row={OpenRow} />
        </Section>
      )}
      {recent.length > 0 && (
        <Section title={t.recent} aside={recent.length}>
          <Rows executions={recent} naming={naming} />
        </Section>
      )}
      {ofColleagues.length > 0 && (
        <Disclosure summary={t.ofColleagues} aside={ofColleagues.length}>
          <Rows executions={ofColleagues} naming={naming} />
        </Disclosure>
      )}
    </>
  );
}

interface RowsProps {
  readonly executions: readonly ExecutionSummary[];
  readonly naming: Naming;
  readonly row?: typeof ExecutionRow;
}

const Rows = ({ executions, naming, row: Row = ExecutionRow }: RowsProps) => (
  <List>
    {executions.map((execution) => (
      <Row key={execution.x} execution={execution} naming={naming} />
    ))}
  </List>
);

const firstName = (name: string): string => name.split(' ')[0] ?? name;
