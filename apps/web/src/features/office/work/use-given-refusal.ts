'use client';

import { type ExecutionId, executionIdSchema } from '@heliograph/domain';
import { useFormat } from '../../../platform/format.ts';
import { useRefusal } from '../../../platform/messages/refusals.ts';
import { useMessages } from '../../../platform/messages.ts';
import type { RpcError } from '../../../platform/rpc.ts';
import { reasonOf } from '../../../platform/use-door.ts';
import { useColleagues } from '../shared/every-page.ts';
import { textIn, textsIn } from '../shared/refusal.ts';
import { workMessages } from './messages.ts';

export interface GivenRefusal {
  /** Who has not the site on the phone yet, where that is what stands in the way. */
  readonly strangers: string | null;
  /** The work that is there instead, to be looked at. */
  readonly work: ExecutionId | null;
  readonly words: string;
}

/** Why work could not be given to these people, in words; null where it was not refused. */
export function useGivenRefusal(refused: RpcError | null): GivenRefusal | null {
  const t = useMessages(workMessages);
  const format = useFormat();
  const refusal = useRefusal();
  const people = useColleagues().data ?? [];
  if (refused === null) return null;
  const named = format.list(textsIn(refused, 'people').map((id) => people.find((one) => one.id === id)?.name ?? '–'));
  const retired: Readonly<Record<string, string>> = { site: t.retiredSite, asset: t.retiredAsset, procedure: t.retiredProcedure };
  const own: Readonly<Record<string, string | undefined>> = {
    inactive: t.inactive(named),
    retired: retired[textIn(refused, 'what') ?? ''],
    changed: t.changedMeanwhile,
    closed: t.closedToChange,
    given_meanwhile: t.givenMeanwhile,
  };
  const reason = reasonOf(refused) ?? '';
  const work = executionIdSchema.safeParse(textIn(refused, 'work')).data ?? null;
  return { strangers: reason === 'not_on_site' ? named : null, work, words: own[reason] ?? refusal(refused) };
}
