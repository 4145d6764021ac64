import { compareDecimals, toDecimal } from '../../../decimal.ts';
import { type Expression, nodesOf, type Operator } from '../expression/tree.ts';
import type { MadeLimit, Target } from './target.ts';

type Numbers = Pick<Target & { kind: 'number' }, 'isInteger' | 'limit'>;

/** A comparison as a side of one threshold: below it or not, above it or not. Whole numbers can be said either way. */
function sides(
  op: Operator,
  value: string,
  isInteger: boolean,
): readonly { readonly limit: MadeLimit; readonly side: 'in_range' | 'out_of_range' }[] {
  const out = { '<': 'min', '>': 'max', '<=': 'max', '>=': 'min' } as const;
  if (op !== '<' && op !== '>' && op !== '<=' && op !== '>=') return [];
  const side = op === '<' || op === '>' ? 'out_of_range' : 'in_range';
  const said = { limit: { side: out[op], at: value }, side } as const;
  if (!isInteger || !/^-?\d+$/.test(value)) return [said];
  // n > 5 is n ≥ 6, which is "not below 6".
  const step = op === '>' || op === '<=' ? 1n : -1n;
  const other = { side: out[op] === 'min' ? 'max' : 'min', at: String(BigInt(value) + step) } as const;
  return [said, { limit: other, side: side === 'in_range' ? 'out_of_range' : 'in_range' }];
}

/** Which side of the step's limit a comparison means; null where its limit says something else. */
export function beyond(op: Operator, value: string, { limit, isInteger }: Numbers): 'in_range' | 'out_of_range' | null {
  return sides(op, value, isInteger).find((one) => limit !== null && isSameLimit(one.limit, limit))?.side ?? null;
}

function isSameLimit(a: MadeLimit, b: MadeLimit): boolean {
  const [x, y] = [toDecimal(a.at), toDecimal(b.at)];
  return a.side === b.side && x !== null && y !== null && compareDecimals(x, y) === 0;
}

/**
 * The one limit that every comparison with a number in a form can be said by, `${riso} < 1` and `${riso} >= 1` by a minimum of 1;
 * null where they mean different ones.
 */
export function limitBehind(name: string, trees: readonly Expression[], isInteger: boolean): MadeLimit | null {
  const found = trees.flatMap((tree) => [...nodesOf(tree)].flatMap((node) => comparisonOf(node, name)));
  const [first] = found;
  if (first === undefined) return null;
  const candidates = sides(first.op, first.value, isInteger).map(({ limit }) => limit);
  return candidates.find((limit) => found.every(({ op, value }) => beyond(op, value, { limit, isInteger }) !== null)) ?? null;
}

const MIRRORED: Readonly<Partial<Record<Operator, Operator>>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

function comparisonOf(node: Expression, name: string): readonly { readonly op: Operator; readonly value: string }[] {
  if (node.kind !== 'binary') return [];
  const [left, right] = [node.left, node.right];
  if (left.kind === 'question' && left.name === name) return numberIn(right).map((value) => ({ op: node.op, value }));
  const op = MIRRORED[node.op];
  return right.kind === 'question' && right.name === name && op !== undefined ? numberIn(left).map((value) => ({ op, value })) : [];
}

/** A number as written, made canonical; a list so that none is easily passed over. */
export function numberIn(tree: Expression): readonly string[] {
  const text =
    tree.kind === 'negative' && tree.of.kind === 'number' ? `-${tree.of.value}` : tree.kind === 'number' || tree.kind === 'text' ? tree.value : '';
  const decimal = toDecimal(canonical(text));
  return decimal === null ? [] : [decimal];
}

/** `.5` and `007` as decimals are written here. */
export const canonical = (text: string): string =>
  text
    .trim()
    .replace(/^\+/, '')
    .replace(/^(-?)0+(?=\d)/, '$1')
    .replace(/^(-?)\./, '$10.')
    .replace(/^-(?=0(\.0*)?$)/, '');
