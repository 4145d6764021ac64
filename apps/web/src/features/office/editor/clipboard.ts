import { draftStepSchema } from '@heliograph/domain/procedure/draft';
import * as z from 'zod/mini';
import { chosenIn, type Editor, newStepId } from './editor-store.ts';

/** Steps carried from one procedure to another: kept in this browser, so that another tab or a later visit can paste them. */
const NAME = 'heliograph.copied-steps';
const copiedSchema = z.array(draftStepSchema);

export function copySteps(editor: Editor): number {
  const steps = chosenIn(editor.state.get());
  if (steps.length > 0) localStorage.setItem(NAME, JSON.stringify(steps));
  return steps.length;
}

/** Puts what was copied behind the open step, under ids of its own. */
export function pasteSteps(editor: Editor): number {
  const copied = copiedSchema.safeParse(JSON.parse(localStorage.getItem(NAME) ?? 'null'));
  if (!copied.success) return 0;
  const { open } = editor.state.get();
  editor.act({ act: 'paste', steps: copied.data, newId: newStepId(), after: open });
  return copied.data.length;
}
