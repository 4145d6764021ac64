'use client';

import { type ExecutionId, executionIdSchema, photoHashSchema } from '@heliograph/domain';
import type { AsideRecord } from '@heliograph/sync/phone';
import { useExecution, useField } from '../../platform/field-context.tsx';
import { navigate, pathTo } from '../../platform/router.ts';
import { saveRescue } from '../rescue/save-rescue.ts';
import { draftFrom, typedIn } from './remedies.ts';

/** Each is done when it resolves, and has changed nothing when it rejects. */
interface Remedies {
  /** Opens the step with what was typed; the original goes on asking until it was answered there. */
  correct(): Promise<void>;
  /** Records the same once more; the original asks for nobody after that. */
  resend(): Promise<void>;
  save(): Promise<unknown>;
  discard(): Promise<void>;
}

export function useRemedies({ operation }: AsideRecord): Remedies {
  const { record, saveDraft, settle, view, identity } = useField();
  const { id, x, s = '' } = operation;
  return {
    correct: async () => {
      const typed = typedIn(operation);
      if (typed !== null) await saveDraft(executionIdSchema.parse(x), s, typed);
      navigate(pathTo('/app/executions/:id/steps/:address', { id: x, address: s }));
    },
    resend: async () => {
      const photo = photoHashSchema.safeParse(operation.p['sha']);
      await record([{ draft: draftFrom(operation) }]);
      // Its bytes were put aside with it.
      if (photo.success)
        await view.outbox.write(async (tx) => {
          const held = await tx.photo(photo.data);
          if (held?.state === 'aside') await tx.putPhoto({ ...held, state: 'waiting' });
        });
      await settle(id);
    },
    save: () => saveRescue({ outbox: view.outbox, identity, only: id }),
    discard: () => settle(id),
  };
}

/** Whether its author has recorded something newer at the same place: it was said again, as it was asked. */
export function useIsCorrected({ operation }: AsideRecord): boolean {
  const { identity } = useField();
  // An execution's id is an operation's `x`; of another subject there is no state, and nothing to compare.
  const state = useExecution(operation.x as string as ExecutionId);
  const heads = operation.s === undefined ? [] : (state?.registers.get(operation.s)?.heads ?? []);
  return heads.some(({ actor, operation: { id, w } }) => actor === identity.user.id && id !== operation.id && w > operation.w);
}
