'use client';

import { useMessages } from '../../platform/messages.ts';
import { type Liveness, refetchEvery, trpc } from '../../platform/trpc.tsx';
import { officeMessages } from './messages.ts';
import type { Place } from './places.ts';
import { useCan } from './shared/use-can.ts';

interface Badge {
  readonly count: number;
  /** The same in words. */
  readonly countLabel: string;
}

/** What waits for a decision behind each place of the rail; nothing where nobody could tell. */
export function useWaiting(liveness: Liveness): Partial<Record<Place['key'], Badge>> {
  const t = useMessages(officeMessages);
  const enabled = useCan('office.read');
  const { data } = trpc.office.waiting.useQuery(undefined, { enabled, refetchInterval: refetchEvery(liveness) });
  if (data === undefined) return {};
  return {
    executions: { count: data.reviews, countLabel: t.waitingReviews(data.reviews) },
    analyses: { count: data.analyses, countLabel: t.waitingAnalyses(data.analyses) },
    procedures: { count: data.proposals, countLabel: t.waitingProposals(data.proposals) },
    tips: { count: data.tips, countLabel: t.waitingTips(data.tips) },
    phones: { count: data.phones, countLabel: t.waitingPhones(data.phones) },
  };
}
