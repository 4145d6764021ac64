'use client';

import { type Assessment, type AssetId, assess, contextOf } from '@heliograph/domain';
import type { ExecutionSummary } from '@heliograph/offline';
import { useMemo } from 'react';
import { useExecution, useRefs } from '../../platform/field-context.tsx';
import type { Naming } from './use-naming.ts';

/** How far an execution has come, by the same count as its own screens; null until it has been read, or where its procedure cannot be. */
export function useProgress(execution: ExecutionSummary, { plant, content: contentOf }: Naming): Assessment['progress'] | null {
  const { x, start } = execution;
  const state = useExecution(x);
  const confirmations = useRefs('confirmation');
  const content = contentOf(execution);
  const { tree } = plant;
  return useMemo(() => {
    if (state === undefined || start === null || content === null) return null;
    const assets = (id: AssetId) => contextOf(tree, id);
    const confirmed = new Set(confirmations?.filter(({ hash }) => hash === start.procedure).map(({ step }) => step));
    return assess({ content, state, asset: start.asset === undefined ? null : assets(start.asset), assets, confirmed }).progress;
  }, [state, start, content, tree, confirmations]);
}
