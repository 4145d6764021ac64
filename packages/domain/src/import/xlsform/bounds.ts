import { type Decimal, fromNumber, toDecimal } from '../../decimal.ts';
import { numberIn } from './condition/threshold.ts';
import { type Expression, type Operator, write } from './expression/tree.ts';

/** What a constraint says of a number as limits, and what of it they cannot say. */
export interface Bounds {
  readonly min: Decimal | null;
  readonly max: Decimal | null;
  /** A bound that excluded its own value, and now includes it. */
  readonly strict: readonly string[];
  readonly rest: readonly string[];
}

const MIRRORED: Readonly<Partial<Record<Operator, Operator>>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '=': '=' };
const OPPOSITE: Readonly<Partial<Record<Operator, Operator>>> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' };

/** Reads `. >= 0 and . <= 100`, whatever stands on which side. */
export function boundsOf(tree: Expression, isInteger: boolean): Bounds {
  const found = { min: null as Decimal | null, max: null as Decimal | null, strict: [] as string[], rest: [] as string[] };
  for (const part of conjuncts(tree)) {
    const [op, value] = comparison(part) ?? [];
    const number = value === undefined ? null : toDecimal(value);
    if (op === undefined || number === null) {
      found.rest.push(write(part));
      continue;
    }
    const isStrict = op === '<' || op === '>';
    const at = isStrict && isInteger ? shifted(number, op === '>' ? 1 : -1) : number;
    if (isStrict && !isInteger) found.strict.push(write(part));
    if (op !== '<' && op !== '<=') found.min = tighter(found.min, at, 1);
    if (op !== '>' && op !== '>=') found.max = tighter(found.max, at, -1);
  }
  return found;
}

const shifted = (value: Decimal, by: number): Decimal => fromNumber(Number(value) + by, 0) ?? value;
const tighter = (known: Decimal | null, next: Decimal, sign: 1 | -1): Decimal =>
  known !== null && (Number(known) - Number(next)) * sign >= 0 ? known : next;

const conjuncts = (tree: Expression): readonly Expression[] =>
  tree.kind === 'binary' && tree.op === 'and' ? [...conjuncts(tree.left), ...conjuncts(tree.right)] : [tree];

function comparison(tree: Expression): readonly [Operator, string] | null {
  if (tree.kind === 'call' && tree.name === 'not' && tree.args[0] !== undefined) {
    const [op, value] = comparison(tree.args[0]) ?? [];
    const opposite = op === undefined ? undefined : OPPOSITE[op];
    return opposite === undefined || value === undefined ? null : [opposite, value];
  }
  if (tree.kind !== 'binary') return null;
  const isLeft = tree.left.kind === 'self';
  if (!isLeft && tree.right.kind !== 'self') return null;
  const op = isLeft ? (tree.op in MIRRORED ? tree.op : undefined) : MIRRORED[tree.op];
  const [value] = numberIn(isLeft ? tree.right : tree.left);
  return op === undefined || value === undefined ? null : [op, value];
}
