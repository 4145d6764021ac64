'use client';

import { type Mark, StateMark } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import { officeTipMessages } from './messages.ts';
import type { TipItem } from './tip-draft.ts';

const MARKS = { draft: 'todo', submitted: 'attention', approved: 'conform', rejected: 'held', archived: 'none' } as const satisfies Record<
  string,
  Mark
>;

/** Where a tip stands, as shape, colour and word. */
export function TipState({ tip: { state, isArchived } }: { tip: Pick<TipItem, 'state' | 'isArchived'> }) {
  const t = useMessages(officeTipMessages);
  const shown = isArchived ? 'archived' : state;
  return <StateMark mark={MARKS[shown]} label={t[`state_${shown}`]} size="small" />;
}
