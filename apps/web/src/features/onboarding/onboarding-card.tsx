'use client';

import { Button, Card, Disclosure, type Mark, Stack, StateMark, Text } from '@heliograph/ui';
import { type ReactNode, useState } from 'react';
import { useInstall } from '../../platform/install.ts';
import { useMessages } from '../../platform/messages.ts';
import { useReadable } from '../../platform/readable.ts';
import { InstallSheet } from '../today/install-sheet.tsx';
import { isOnboardingAway, putOnboardingAway } from './away.ts';
import { onboardingMessages } from './messages.ts';
import { progressOf, type Task, type TaskName, tasksOf } from './phone-facts.ts';
import { type KnownPhone, usePhoneFacts } from './use-phone-facts.ts';

/** What makes this phone one for the field, until it is done or put away. One thing to do at a time. */
export function OnboardingCard() {
  const isAway = useReadable(isOnboardingAway);
  const phone = usePhoneFacts();
  if (isAway || phone === null) return null;
  const tasks = tasksOf(phone.facts);
  const { done, total } = progressOf(tasks);
  return done === total ? null : <Tasks tasks={tasks} phone={phone} />;
}

const MARKS: Readonly<Record<Task['state'], Mark>> = { done: 'conform', open: 'todo', later: 'none', refused: 'attention' };

function Tasks({ tasks, phone }: { tasks: readonly Task[]; phone: KnownPhone }) {
  const t = useMessages(onboardingMessages);
  const labelOf = useTaskLabel();
  const { done, total } = progressOf(tasks);
  const next = tasks.find(({ state }) => state === 'open');
  const others = tasks.filter((task) => task !== next);
  return (
    <Card title={t.title} aside={t.progress(done, total)}>
      {next !== undefined && (
        <div>
          <StateMark mark={MARKS[next.state]} label={labelOf(next)} />
          <NextTask name={next.name} phone={phone} />
        </div>
      )}
      <Disclosure summary={t.others}>
        <Stack gap={2}>
          {others.map((task) => (
            <StateMark key={task.name} mark={MARKS[task.state]} label={labelOf(task)} size="small" />
          ))}
        </Stack>
      </Disclosure>
      <Button kind="quiet" onClick={putOnboardingAway}>
        {t.away}
      </Button>
    </Card>
  );
}

/** Why, and the one button for it. */
function NextTask({ name, phone }: { name: TaskName; phone: KnownPhone }) {
  const t = useMessages(onboardingMessages);
  switch (name) {
    case 'installed':
      return <InstallTask />;
    case 'protected':
      return (
        <Said text={phone.isRefused ? t.protectRefused : t.protected_why}>
          <Button icon="shield" onClick={phone.protect}>
            {t.protect}
          </Button>
        </Said>
      );
    default:
      return <Said text={t.downloaded_why} />;
  }
}

function InstallTask() {
  const t = useMessages(onboardingMessages);
  const { kind, ask } = useInstall();
  const [isOpen, setOpen] = useState(false);
  return (
    <Said text={kind === 'none' ? `${t.installed_why} ${t.installMenu}` : t.installed_why}>
      {kind === 'prompt' && (
        <Button icon="download" onClick={() => void ask()}>
          {t.install}
        </Button>
      )}
      {kind === 'ios' && (
        <>
          <Button icon="download" onClick={() => setOpen(true)}>
            {t.how}
          </Button>
          <InstallSheet isOpen={isOpen} onClose={() => setOpen(false)} />
        </>
      )}
    </Said>
  );
}

function Said({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <Stack gap={2}>
      <Text kind="small">{text}</Text>
      {children}
    </Stack>
  );
}

function useTaskLabel(): (task: Task) => string {
  const t = useMessages(onboardingMessages);
  return ({ name, state }) => {
    if (name === 'camera' || name === 'position') return t[`fact_${name}_${state === 'open' ? 'later' : state}`];
    return t[`fact_${name}_${state === 'done' ? 'done' : 'open'}`];
  };
}
