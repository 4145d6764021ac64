'use client';

import { Button, Card, List, ListRow, type Mark, Stack, StateMark, Text } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { useCan } from '../shared/use-can.ts';
import { onboardingMessages } from './messages.ts';
import { GOALS, type Goal, isDone, type Standing, standings } from './onboarding.ts';

const MARKS: Readonly<Record<Standing, Mark>> = { done: 'conform', waiting: 'held', todo: 'todo' };
const HREFS: Readonly<Record<Goal, string>> = { site: '/office/sites', technician: '/office/people', record: '/office/settings' };

/** What a new organisation still needs, in one card; gone once it is there. */
export function OnboardingCard() {
  const t = useMessages(onboardingMessages);
  const all = useStandings();
  const may = { site: useCan('site.manage'), technician: useCan('person.invite'), record: true };
  if (all === null || isDone(all)) return null;
  return (
    <Card title={t.title} tone="signal">
      <Stack gap={3}>
        <Text isSoft>{t.lead}</Text>
        <List label={t.title}>
          {GOALS.map((goal) => (
            <ListRow
              key={goal}
              leading={<StateMark mark={MARKS[all[goal]]} label={t[all[goal]]} isLabelHidden />}
              title={t[goal]}
              detail={all[goal] === 'waiting' ? t.technicianWaiting : t[`text_${goal}`]}
              trailing={
                all[goal] === 'todo' && may[goal] ? (
                  <Button kind="action" href={HREFS[goal]}>
                    {t[`action_${goal}`]}
                  </Button>
                ) : (
                  t[all[goal]]
                )
              }
            />
          ))}
        </List>
      </Stack>
    </Card>
  );
}

/** Null until everything was asked for. */
function useStandings() {
  const sites = trpc.site.list.useQuery({ limit: 1 });
  const people = trpc.person.list.useQuery({ limit: 1, roles: ['technician'], statuses: ['active'] });
  const invitations = trpc.invitation.list.useQuery({ limit: 20 });
  // In one of these states, a phone has begun it.
  const begun = [
    trpc.execution.list.useQuery({ limit: 1, status: 'in_progress' }),
    trpc.execution.list.useQuery({ limit: 1, status: 'completed' }),
    trpc.execution.list.useQuery({ limit: 1, status: 'approved' }),
  ];
  if (!sites.isSuccess || !people.isSuccess || !invitations.isSuccess || begun.some(({ isSuccess }) => !isSuccess)) return null;
  return standings({
    sites: sites.data.items.length,
    technicians: people.data.items.length,
    invited: invitations.data.items.filter(({ role }) => role === 'technician').length,
    begun: begun.reduce((sum, { data }) => sum + (data?.items.length ?? 0), 0),
  });
}
