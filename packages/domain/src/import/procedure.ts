import * as z from 'zod/mini';
import { checkProcedure } from '../procedure/check/check-procedure.ts';
import type { References } from '../procedure/check/references.ts';
import { type PublishedContent, procedureContentSchema } from '../procedure/content.ts';
import { type ImportProblem, type Misfit, misfits, sourcePath, write } from './problem.ts';
import { isRaw, keepUnknown, stepFrom, translate } from './translate.ts';

export interface ImportedProcedure {
  /** The library's own number of this version: publication data, outside the hash. */
  readonly number: number;
  readonly content: PublishedContent;
}

export interface ReadProcedure {
  readonly procedure: ImportedProcedure | null;
  readonly problems: readonly ImportProblem[];
}

const FIELDS = Object.keys(procedureContentSchema.shape);
const numberSchema = z.int().check(z.positive());

/** One procedure of the file; `at` is its place in it. */
export function readEntry(raw: unknown, at: number, references: References): ReadProcedure {
  const place = (misfit: Misfit): ImportProblem => ({ ...misfit, path: write(['procedures', at, ...sourcePath(misfit.path, raw)]) });
  if (!isRaw(raw)) return { procedure: null, problems: [place({ path: [], code: 'wrong_type', found: typeof raw })] };
  const { version, steps, ...head } = raw;
  const list: readonly unknown[] = Array.isArray(steps) ? steps : [];
  const fields = translate(keepUnknown(head, FIELDS));
  const content = procedureContentSchema.safeParse(
    { ...(isRaw(fields) ? fields : {}), steps: Array.isArray(steps) ? list.map(stepFrom) : steps },
    { reportInput: true },
  );
  const number = numberSchema.safeParse(version, { reportInput: true });
  const found: readonly Misfit[] = [
    ...(content.success ? checkProcedure(content.data, references) : misfits(content.error.issues)),
    ...(number.success ? [] : misfits(number.error.issues, ['version'])),
    ...outOfOrder(list),
  ];
  const procedure = content.success && number.success && found.length === 0 ? { number: number.data, content: content.data } : null;
  return { procedure, problems: found.map(place) };
}

/** Our order is the list's; a file whose numbers say another one is ambiguous. */
function outOfOrder(steps: readonly unknown[]): Misfit[] {
  const orders = steps.map((step) => (isRaw(step) ? step['order'] : undefined));
  return orders.flatMap((order, at) => {
    const before = orders[at - 1];
    const follows = order === undefined || (typeof order === 'number' && (typeof before !== 'number' || before < order));
    return follows ? [] : [{ path: ['steps', at, 'order'], code: 'out_of_order' as const, found: String(order) }];
  });
}
