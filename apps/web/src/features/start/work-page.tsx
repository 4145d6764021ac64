'use client';

import { type ExecutionId, executionIdSchema } from '@heliograph/domain';
import type { PlannedWork } from '@heliograph/offline';
import { Button, EmptyState, Screen, Skeleton } from '@heliograph/ui';
import { useEffect } from 'react';
import { useField, useLocalView, useProcedure } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { navigate } from '../../platform/router.ts';
import { useTitle } from '../../platform/title.ts';
import { usePlant } from '../assets/use-plant.ts';
import { FieldTop } from '../field/field-top.tsx';
import { givenMessages } from '../today/given-messages.ts';
import { useNameOf } from '../today/use-name-of.ts';
import { startMessages } from './messages.ts';
import { StartForProcedure } from './start-page.tsx';

/** Work that the office gave: what is known of it, and the start of it. */
export default function WorkPage({ id }: { id: string }) {
  const t = useMessages(givenMessages);
  const parsed = executionIdSchema.safeParse(id);
  useTitle(t.workTitle);
  return parsed.success ? <Known x={parsed.data} /> : <Gone text={t.goneText} />;
}

function Known({ x }: { x: ExecutionId }) {
  const t = useMessages(givenMessages);
  const nameOf = useNameOf();
  const planned = useLocalView((view) => view.plannedWork);
  const executions = useLocalView((view) => view.executions);
  const isBegun = executions?.some((one) => one.x === x && one.start !== null && one.status !== 'cancelled') ?? false;
  // A colleague was faster, or this phone a moment ago: everybody it is given to carries out the same one.
  useEffect(() => {
    if (isBegun) navigate(`/app/executions/${x}`, { isReplaced: true });
  }, [isBegun, x]);
  if (planned === undefined || executions === undefined || isBegun) return <Reading />;
  const work = planned.find((one) => one.x === x);
  if (work === undefined) return <Gone text={t.goneText} />;
  if (work.withdrawn !== null) return <Gone text={t.withdrawn(nameOf(work.withdrawn.by), work.withdrawn.reason)} />;
  return <Work work={work} />;
}

function Work({ work }: { work: PlannedWork }) {
  const t = useMessages(startMessages);
  const held = useProcedure(work.procedure);
  const plant = usePlant();
  const { sender, procedures } = useField();
  const isAbsent = held !== undefined && held.kind !== 'here';
  useEffect(() => {
    if (!isAbsent) return;
    sender.wake('look');
    void procedures.load();
  }, [isAbsent, sender, procedures]);
  if (held === undefined || plant === undefined) return <Reading />;
  if (held.kind !== 'here') return <Gone title={t.absentTitle} text={t.absentText} />;
  return <StartForProcedure hash={work.procedure} content={held.content} plant={plant} work={work} />;
}

function Reading() {
  const t = useMessages(startMessages);
  return (
    <Screen top={<FieldTop title={t.title} back="/app" />}>
      <Skeleton label={t.reading} lines={6} />
    </Screen>
  );
}

function Gone({ title, text }: { title?: string; text: string }) {
  const t = useMessages(givenMessages);
  return (
    <Screen top={<FieldTop title={t.workTitle} back="/app" />}>
      <EmptyState icon="clipboard" title={title ?? t.goneTitle} action={<Button href="/app">{t.back}</Button>}>
        {text}
      </EmptyState>
    </Screen>
  );
}
