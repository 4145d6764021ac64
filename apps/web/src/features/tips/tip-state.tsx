'use client';

import type { HeldTip } from '@heliograph/offline';
import { type Mark, StateMark } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { tipMessages } from './messages.ts';

const MARKS = {
  draft: 'todo',
  submitted: 'held',
  approved: 'conform',
  rejected: 'attention',
  archived: 'none',
} as const satisfies Record<NonNullable<HeldTip['state']>, Mark>;

/** What became of one's own tip; nothing for the tips of others. */
export function TipState({ tip: { state, isUnsent } }: { tip: HeldTip }) {
  const t = useMessages(tipMessages);
  if (isUnsent) return <StateMark mark="here" label={t.unsent} size="small" />;
  return state === undefined ? null : <StateMark mark={MARKS[state]} label={t[`state_${state}`]} size="small" />;
}
