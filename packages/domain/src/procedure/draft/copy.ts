import type { DraftStep } from './draft.ts';
import { renamed } from './references.ts';

const LONGEST_ID = 80;

/** The wanted id, varied by a number where it is taken. */
export function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let n = 2; ; n++) {
    const id = `${wanted.slice(0, LONGEST_ID - String(n).length - 1)}-${n}`;
    if (!taken.has(id)) return id;
  }
}

/** Steps under new ids that none of the others has. Those that look back at each other go on doing so among the copies. */
export function copied(steps: readonly DraftStep[], newId: string, others: readonly DraftStep[]): readonly DraftStep[] {
  const taken = new Set(others.map(({ id }) => id));
  const names = new Map<string, string>();
  for (const { id } of steps) {
    const name = freeId(newId, taken);
    taken.add(name);
    names.set(id, name);
  }
  return steps.map((step) => ({ ...renamed(step, (id) => names.get(id) ?? id), id: names.get(step.id) ?? step.id }));
}
