import type { LifeStatus } from '@heliograph/domain';
import type { Mark } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { todayMessages } from './messages.ts';

const MARKS = {
  planned: 'todo',
  in_progress: 'doing',
  suspended: 'held',
  completed: 'done',
  returned: 'attention',
  approved: 'conform',
  cancelled: 'none',
} as const satisfies Record<LifeStatus, Mark>;

/** Where an execution stands, as a shape and a word. */
export function useStatusMark(): (status: LifeStatus) => { readonly mark: Mark; readonly label: string } {
  const t = useMessages(todayMessages);
  const labels: Record<LifeStatus, string> = {
    planned: t.status_planned,
    in_progress: t.status_in_progress,
    suspended: t.status_suspended,
    completed: t.status_completed,
    returned: t.status_returned,
    approved: t.status_approved,
    cancelled: t.status_cancelled,
  };
  return (status) => ({ mark: MARKS[status], label: labels[status] });
}
