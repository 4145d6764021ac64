import { type ExecutionId, executionIdSchema, operationIdSchema, uuidv7 } from '@heliograph/domain';
import { useRef } from 'react';

/**
 * The id of an act at a desk. The same wish keeps its id: asked again because the answer was lost on its way, the server knows it and does it once.
 * Another wish is another act; the first one, wished again after it, is a third: answered as done already, it would leave the second one standing.
 */
export function sameAct(make: () => string): (wish: unknown) => string {
  let last = { wish: '', id: '' };
  return (wish) => {
    const said = JSON.stringify(wish);
    if (last.wish !== said) last = { wish: said, id: make() };
    return last.id;
  };
}

const freshId = () => uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

function useSameId(): (wish: unknown) => string {
  const kept = useRef<ReturnType<typeof sameAct>>(null);
  kept.current ??= sameAct(freshId);
  return kept.current;
}

/** For what becomes an operation of the log. */
export function useSameOperation() {
  const idOf = useSameId();
  return (wish: unknown) => operationIdSchema.parse(idOf(wish));
}

/** An id made here and now, for work that begins or is given without asking anybody. */
export const newExecutionId = (): ExecutionId => executionIdSchema.parse(freshId());
