import type { ExecutionSummary } from '@heliograph/offline';
import { useLocalView } from '../../platform/field-context.tsx';

/** Runs where people noted different things, the latest first; undefined until the phone was read. */
export function useDifferingRuns(): readonly ExecutionSummary[] | undefined {
  const differing = useLocalView((view) => view.differing);
  const executions = useLocalView((view) => view.executions);
  return differing === undefined ? undefined : executions?.filter(({ x }) => differing.has(x));
}
