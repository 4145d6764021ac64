import type { AssessedPlace } from '@heliograph/domain';
import { type Mark, StateMark } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { executionMessages } from './messages.ts';
import { markOf } from './place-mark.ts';

/** How a place stands, before a row that writes its answer: seen as a shape, heard as a word. */
export function PlaceState({ place }: { place: AssessedPlace }) {
  const mark = markOf(place);
  return <StateMark mark={mark} label={useMarkWords()[mark] ?? ''} isLabelHidden />;
}

function useMarkWords(): Partial<Record<Mark, string>> {
  const t = useMessages(executionMessages);
  return {
    ...{ conform: t.ok, done: t.markDone, watch: t.watch, fail: t.fail, out: t.markOut, stop: t.markStop },
    ...{ conflict: t.conflict, held: t.holdPoint, todo: t.markTodo, none: t.skipped, attention: t.newer },
  };
}
