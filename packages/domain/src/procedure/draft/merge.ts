import { canonicalJson } from '../canonical.ts';
import { type DraftStep, draftStepSchema, type ProcedureDraft, procedureDraftSchema } from './draft.ts';

/** A field two people changed to different things. Mine is in the merged draft; theirs waits here for a person to decide. */
export interface Clash {
  /** Null: of the procedure itself. */
  readonly step: string | null;
  /** `removed`: they took away a step that I changed; it is still there. */
  readonly field: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Merge {
  readonly draft: ProcedureDraft;
  readonly clashes: readonly Clash[];
}

/**
 * Two people's work on one draft, put together field by field: what only one of them changed is taken, and nobody's words vanish.
 * @param base the draft both began from
 */
export function mergeDrafts(base: ProcedureDraft, mine: ProcedureDraft, theirs: ProcedureDraft): Merge {
  const clashes: Clash[] = [];
  const { steps: _, ...head } = mergeFields({ step: null, base, mine, theirs }, clashes);
  const steps = orderOf(base, mine, theirs).flatMap((id) => mergeStep(id, { base, mine, theirs }, clashes));
  // The fields were each parsed before; a pair of them that no draft may hold would be a bug, and says so.
  return { draft: procedureDraftSchema.parse({ ...head, steps }), clashes };
}

type Record3<T> = { readonly base: T; readonly mine: T; readonly theirs: T };
type Fields = Readonly<Record<string, unknown>>;

const isSame = (a: unknown, b: unknown): boolean => a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b));

function mergeFields({ step, ...three }: Record3<object> & { step: string | null }, clashes: Clash[]): Fields {
  const [base, mine, theirs] = [flat(three.base), flat(three.mine), flat(three.theirs)];
  const merged: Record<string, unknown> = {};
  for (const field of new Set([base, mine, theirs].flatMap((one) => Object.keys(one)))) {
    const [before, here, there] = [base[field], mine[field], theirs[field]];
    const isMine = isSame(there, before) || isSame(here, there);
    const isClash = !isMine && !isSame(here, before);
    if (isClash && field !== 'steps') clashes.push({ step, field, mine: here, theirs: there });
    const value = isMine || isClash ? here : there;
    if (value !== undefined) merged[field] = value;
  }
  return unflat(merged);
}

const EXTRA = 'extra.';

/** The entries of `extra` (a section, a purpose, files) are fields like any other: two people may each change one. */
function flat(of: object): Fields {
  const { extra, ...rest }: { extra?: object } = of;
  return { ...rest, ...Object.fromEntries(Object.entries(extra ?? {}).map(([key, value]) => [EXTRA + key, value])) };
}

function unflat(fields: Fields): Fields {
  const entries = Object.entries(fields);
  const extra = entries.flatMap(([key, value]) => (key.startsWith(EXTRA) ? [[key.slice(EXTRA.length), value] as const] : []));
  const rest = Object.fromEntries(entries.filter(([key]) => !key.startsWith(EXTRA)));
  return extra.length === 0 ? rest : { ...rest, extra: Object.fromEntries(extra) };
}

const stepIn = ({ steps }: ProcedureDraft, id: string): DraftStep | undefined => steps.find((step) => step.id === id);

function mergeStep(id: string, drafts: Record3<ProcedureDraft>, clashes: Clash[]): DraftStep[] {
  const [before, here, there] = [stepIn(drafts.base, id), stepIn(drafts.mine, id), stepIn(drafts.theirs, id)];
  if (here === undefined && there === undefined) return [];
  if (here === undefined || there === undefined) {
    const left = here ?? there;
    const isNew = before === undefined;
    if (left === undefined || (!isNew && isSame(left, before))) return [];
    // Taken away by one, changed by the other: words win over their absence.
    if (!isNew) clashes.push({ step: id, field: 'removed', mine: here, theirs: there });
    return [left];
  }
  const found: Clash[] = [];
  const merged = draftStepSchema.safeParse(mergeFields({ step: id, base: before ?? {}, mine: here, theirs: there }, found));
  if (merged.success) clashes.push(...found);
  // Another kind takes other fields: the two cannot be mixed, mine stands and theirs is shown whole.
  else clashes.push({ step: id, field: 'kind', mine: here, theirs: there });
  return [merged.success ? merged.data : here];
}

/** My order where I changed it, else theirs; steps only the other has keep the step they stood behind. */
function orderOf(base: ProcedureDraft, mine: ProcedureDraft, theirs: ProcedureDraft): string[] {
  const ids = ({ steps }: ProcedureDraft) => steps.map(({ id }) => id);
  const [before, here, there] = [ids(base), ids(mine), ids(theirs)];
  const common = before.filter((id) => here.includes(id));
  const iMoved = common.some((id, at) => here.filter((one) => common.includes(one))[at] !== id);
  const [leading, other] = iMoved ? [here, there] : [there, here];
  const order = [...leading];
  for (const [at, id] of other.entries()) {
    if (order.includes(id)) continue;
    const previous = other.slice(0, at).findLast((one) => order.includes(one));
    order.splice(previous === undefined ? 0 : order.indexOf(previous) + 1, 0, id);
  }
  return order;
}
