import type { AssessedPlace } from '@heliograph/domain';
import type { Mark } from '@heliograph/ui';
import { pathTo } from '../../platform/router.ts';

/** Shape of a place in lists: what it came to, or what it still asks for. */
export function markOf({ state, isConflict, evaluation, step }: AssessedPlace): Mark {
  if (isConflict) return 'conflict';
  switch (state) {
    case 'todo':
      return step.holdPoint ? 'held' : 'todo';
    case 'watch':
      return 'watch';
    case 'failed':
      return evaluation?.stopsWork ? 'stop' : evaluation?.standing != null ? 'out' : 'fail';
    case 'refused':
      return 'stop';
    case 'skipped':
      return 'none';
    case 'held':
      return 'attention';
    case 'done':
      return 'conform';
  }
}

export const pathToPlace = (x: string, { address }: Pick<AssessedPlace, 'address'>): string =>
  pathTo('/app/executions/:id/steps/:address', { id: x, address });
