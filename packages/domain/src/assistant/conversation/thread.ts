/** What the shape of a conversation needs to know of a question. */
interface Turn {
  readonly id: string;
  readonly parent: string | null;
  /** ms */
  readonly askedAt: number;
}

/**
 * The questions from the first one down to `leaf`, in order. A conversation is a tree: a question that was edited or asked again stands
 * beside the first one, and both are kept. Without a leaf, or with one that is not there, the newest branch is shown.
 */
export function branchTo<T extends Turn>(turns: readonly T[], leaf: string | null): readonly T[] {
  const byId = new Map(turns.map((turn) => [turn.id, turn]));
  const path: T[] = [];
  let at = (leaf === null ? undefined : byId.get(leaf)) ?? newestOf(turns);
  while (at !== undefined && !path.includes(at)) {
    path.unshift(at);
    at = at.parent === null ? undefined : byId.get(at.parent);
  }
  return path;
}

/** The branches at a question: itself and those asked in its place, oldest first. */
export const branchesAt = <T extends Turn>(turns: readonly T[], turn: T): readonly T[] =>
  turns.filter(({ parent }) => parent === turn.parent).toSorted((a, b) => a.askedAt - b.askedAt || (a.id < b.id ? -1 : 1));

/** Where a branch has got to: the newest question below `turn`, or `turn` itself. */
export function endOf<T extends Turn>(turns: readonly T[], turn: T): T {
  const seen = new Set<string>();
  let at = turn;
  for (;;) {
    seen.add(at.id);
    const next = newestOf(turns.filter(({ parent, id }) => parent === at.id && !seen.has(id)));
    if (next === undefined) return at;
    at = next;
  }
}

const newestOf = <T extends Turn>(turns: readonly T[]): T | undefined =>
  turns.reduce<T | undefined>((newest, turn) => (newest === undefined || turn.askedAt >= newest.askedAt ? turn : newest), undefined);
