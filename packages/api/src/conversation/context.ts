import { findAsset, findExecution, type OrgTx } from '@heliograph/db';
import type { AskingContext } from '@heliograph/domain/assistant';
import type { Actor } from '../auth/actor.ts';

/** What the person has attached, in words for a model: only what they may see themselves is said of it. */
export async function contextIn(tx: OrgTx, actor: Actor, context: AskingContext | null): Promise<string[]> {
  if (context === null) return [];
  const execution = context.execution === undefined ? undefined : await findExecution(tx, actor, context.execution);
  const asset = context.asset === undefined ? undefined : await findAsset(tx, actor, context.asset);
  return [
    context.label,
    ...(execution === undefined ? [] : [`Intervention: ${execution.status}${context.step === undefined ? '' : `, step ${context.step}`}`]),
    ...(asset === undefined ? [] : [`Equipment: ${asset.name} (${asset.type}) ${JSON.stringify(asset.attributes)}`]),
  ];
}
