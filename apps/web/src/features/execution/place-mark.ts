import type { AssessedPlace } from '@heliograph/domain';
import type { Mark } from '@heliograph/ui';
import { pathTo } from '../../platform/router.ts';

type Marked = Pick<AssessedPlace, 'state' | 'isConflict' | 'evaluation'> & {
  /** Undefined where a newer app wrote the procedure. */
  readonly step: Pick<AssessedPlace['step'], 'holdPoint'> | undefined;
};

/**
 * Shape of a place in lists: what it came to, or what it still asks for. Green is for what was held against something and conforms;
 * a value without a limit, a text or what does not apply is recorded, and no more.
 */
export function markOf({ state, isConflict, evaluation, step }: Marked): Mark {
  if (isConflict) return 'conflict';
  switch (state) {
    case 'todo':
      return step?.holdPoint === true ? 'held' : 'todo';
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
      return evaluation?.outcome === 'pass' ? 'conform' : 'done';
  }
}

export const pathToPlace = (x: string, { address }: Pick<AssessedPlace, 'address'>): string =>
  pathTo('/app/executions/:id/steps/:address', { id: x, address });
