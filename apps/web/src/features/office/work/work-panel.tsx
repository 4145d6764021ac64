'use client';

import { userIdSchema } from '@heliograph/domain';
import { Button, ChoiceButtons, Facts, Notice, SidePanel, Stack } from '@heliograph/ui';
import { useState } from 'react';
import { useFormat } from '../../../platform/format.ts';
import { useLocalized, useMessages } from '../../../platform/messages.ts';
import { pathTo } from '../../../platform/router.ts';
import { useSameOperation } from '../../../platform/same-act.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { useDoor } from '../../../platform/use-door.ts';
import { StatusBadge } from '../executions/status-badge.tsx';
import { instantOfDay } from '../shared/days.ts';
import { ReasonForm } from '../shared/reason-form.tsx';
import { useCan } from '../shared/use-can.ts';
import { type Assignment, isOpen } from './days.ts';
import { workMessages } from './messages.ts';
import { WorkChange } from './work-change.tsx';

interface WorkPanelProps {
  readonly work: Assignment;
  onClose(): void;
}

/** One piece of work beside its day: what was asked for, and the ways to change it or to take it back. */
export function WorkPanel({ work, onClose }: WorkPanelProps) {
  const t = useMessages(workMessages);
  const say = useLocalized();
  const mayAssign = useCan('execution.assign');
  const [doing, setDoing] = useState<'changing' | 'withdrawing' | null>(null);
  const { procedure, withdrawn, id } = work;
  const format = useFormat();
  return (
    <SidePanel
      title={procedure.title === null ? procedure.slug : say(procedure.title)}
      closeLabel={t.close}
      onClose={onClose}
      // What is being changed has the panel to itself.
      actions={
        doing === null && (
          <>
            <Button kind="action" href={pathTo('/office/executions/:id', { id })}>
              {t.open}
            </Button>
            {mayAssign && isOpen(work) && (
              <>
                <Button kind="action" icon="pencil" onClick={() => setDoing('changing')}>
                  {t.changeWork}
                </Button>
                <Button kind="quiet" tone="stop" icon="undo" onClick={() => setDoing('withdrawing')}>
                  {t.withdraw}
                </Button>
              </>
            )}
          </>
        )
      }
    >
      <Stack gap={5}>
        {withdrawn !== null && (
          <Notice title={t.withdrawn(withdrawn.by.name, format.moment(withdrawn.at, work.site.timeZone))}>{withdrawn.reason}</Notice>
        )}
        {doing === null && <WorkFacts work={work} />}
        {doing === 'changing' && <WorkChange work={work} onDone={() => setDoing(null)} />}
        {doing === 'withdrawing' && <Withdrawal work={work} onDone={() => setDoing(null)} />}
      </Stack>
    </SidePanel>
  );
}

function WorkFacts({ work: { status, site, asset, day, people, note, reported, plannedBy, plannedAt } }: { work: Assignment }) {
  const t = useMessages(workMessages);
  const format = useFormat();
  const said = [
    { label: t.note, value: note },
    { label: t.symptom, value: reported?.symptom },
    { label: t.alarm, value: reported?.alarm },
    { label: t.source, value: reported?.source },
  ];
  return (
    <Facts
      items={[
        { label: t.status, value: <StatusBadge status={status} /> },
        { label: t.day, value: format.day(instantOfDay(day), 'UTC') },
        { label: t.site, value: site.name },
        { label: t.asset, value: asset?.name ?? t.noAsset },
        { label: t.people, value: format.list(people.map(({ name }) => name)) || '–' },
        ...said.filter(({ value }) => value != null && value !== ''),
        { label: t.givenBy, value: `${plannedBy.name} · ${format.moment(plannedAt, site.timeZone)}` },
      ]}
    />
  );
}

function Withdrawal({ work, onDone }: { work: Assignment; onDone: () => void }) {
  const t = useMessages(workMessages);
  const utils = trpc.useUtils();
  const door = useDoor('assignment.withdraw');
  const operationOf = useSameOperation();
  const [who, setWho] = useState('all');
  const withdraw = async (reason: string) => {
    const person = userIdSchema.safeParse(who).data;
    const wish = { id: work.id, reason, ...(person === undefined ? {} : { personIds: [person] }) };
    const done = await door.go({ ...wish, operation: operationOf(wish) });
    await utils.invalidate();
    if (done !== null) onDone();
  };
  return (
    <ReasonForm
      door={door}
      hint={t.reasonHint}
      safe={t.withdrawSafe}
      doLabel={t.doWithdraw}
      closed={t.closed}
      onDo={(reason) => void withdraw(reason)}
    >
      {work.people.length > 1 && (
        <ChoiceButtons
          label={t.withdrawWho}
          value={who}
          onChange={setWho}
          options={[{ value: 'all', label: t.toAll }, ...work.people.map((person) => ({ value: String(person.id), label: person.name }))]}
        />
      )}
    </ReasonForm>
  );
}
