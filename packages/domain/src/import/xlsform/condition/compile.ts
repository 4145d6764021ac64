import { compareDecimals, toDecimal } from '../../../decimal.ts';
import type { Expression, Operator } from '../expression/tree.ts';
import type { Reason } from '../finding.ts';
import { ALWAYS, all, any, type Logic, NEVER, negated } from './logic.ts';
import { CHECKED, type Target, YES } from './target.ts';
import { beyond } from './threshold.ts';

export type Compiled =
  | { readonly kind: 'logic'; readonly logic: Logic; readonly asksUnsure: boolean }
  | { readonly kind: 'lost'; readonly reason: Reason; readonly found: string };

/** What names in an expression stand for. Null: no such question; `later`: it stands further down. */
export type TargetOf = (name: string) => Target | 'later' | null;

/** Says an expression in our conditions, or why it cannot be said. */
export function compile(tree: Expression, targetOf: TargetOf): Compiled {
  const compiler = new Compiler(targetOf);
  try {
    return { kind: 'logic', logic: compiler.truth(tree), asksUnsure: compiler.asksUnsure };
  } catch (error) {
    if (error instanceof Unsayable) return { kind: 'lost', reason: error.reason, found: error.found };
    throw error;
  }
}

class Unsayable extends Error {
  readonly reason: Reason;
  readonly found: string;
  constructor(reason: Reason, found = '') {
    super(reason);
    this.reason = reason;
    this.found = found;
  }
}

/** A value, and when it is the one meant: `if(a, b, c)` has two. */
interface Branch {
  readonly when: Logic;
  readonly value: Expression;
}

type Comparison = Extract<Operator, '=' | '!=' | '<' | '<=' | '>' | '>='>;
const MIRRORED: Readonly<Record<Comparison, Comparison>> = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
const isComparison = (op: Operator): op is Comparison => op in MIRRORED;
const DEEPEST = 40;

class Compiler {
  readonly #targetOf: TargetOf;
  #depth = 0;
  /** Whether it says "not this answer" of a step that may be left without one: XPath calls that true, we do not. */
  asksUnsure = false;

  constructor(targetOf: TargetOf) {
    this.#targetOf = targetOf;
  }

  truth(tree: Expression): Logic {
    switch (tree.kind) {
      case 'binary':
        return this.#operation(tree);
      case 'call':
        return this.#call(tree);
      case 'question': {
        const target = this.#target(tree.name);
        if (target.kind === 'calculation') return this.#within(() => this.truth(target.tree));
        if (target.kind === 'acknowledged') return { kind: 'answer', step: target.step, of: ['ok'], all: CHECKED };
        throw new Unsayable('value_expected', tree.name);
      }
      case 'self':
        throw new Unsayable('self');
      case 'path':
        throw new Unsayable('path', tree.text);
      default:
        throw new Unsayable('value_expected', 'value' in tree ? tree.value : '');
    }
  }

  #within<T>(work: () => T): T {
    if (++this.#depth > DEEPEST) throw new Unsayable('too_deep');
    const done = work();
    this.#depth--;
    return done;
  }

  #operation({ op, left, right }: Expression & { kind: 'binary' }): Logic {
    if (op === 'and') return all([this.truth(left), this.truth(right)]);
    if (op === 'or') return any([this.truth(left), this.truth(right)]);
    if (!isComparison(op)) throw new Unsayable('call', op);
    const sides = this.#branches(left).flatMap((a) => this.#branches(right).map((b) => ({ when: all([a.when, b.when]), a: a.value, b: b.value })));
    return any(sides.map(({ when, a, b }) => all([when, this.#compared(op, a, b)])));
  }

  #call({ name, args }: Expression & { kind: 'call' }): Logic {
    const [first, second, third] = args;
    if (name === 'true' && args.length === 0) return ALWAYS;
    if (name === 'false' && args.length === 0) return NEVER;
    if (name === 'not' && first !== undefined && args.length === 1) return this.#not(first);
    if ((name === 'boolean' || name === 'once') && first !== undefined) return this.truth(first);
    if (name === 'selected' && first !== undefined && second !== undefined) return this.#selected(first, second);
    if (name === 'if' && first !== undefined && second !== undefined && third !== undefined) {
      const when = this.truth(first);
      return any([all([when, this.truth(second)]), all([negated(when), this.truth(third)])]);
    }
    throw new Unsayable('call', `${name}()`);
  }

  #not(tree: Expression): Logic {
    const logic = this.truth(tree);
    this.#noteUnsure(tree);
    return negated(logic);
  }

  #noteUnsure(tree: Expression): void {
    if (tree.kind === 'question') {
      const target = this.#target(tree.name);
      if ((target.kind === 'choice' || target.kind === 'several') && !target.isSure) this.asksUnsure = true;
    }
    if (tree.kind === 'call') for (const arg of tree.args) this.#noteUnsure(arg);
    if (tree.kind === 'binary') for (const side of [tree.left, tree.right]) this.#noteUnsure(side);
  }

  #selected(asked: Expression, option: Expression): Logic {
    if (asked.kind === 'self') throw new Unsayable('self');
    if (asked.kind !== 'question') throw new Unsayable('path');
    if (option.kind !== 'text' && option.kind !== 'number') throw new Unsayable('other_question');
    const target = this.#target(asked.name);
    if (target.kind === 'several') {
      const step = target.options.get(option.value);
      if (step === undefined) throw new Unsayable('unknown_value', option.value);
      return { kind: 'answer', step, of: [YES], all: ['yes', 'no'] };
    }
    return this.#equal(target, option.value);
  }

  #target(name: string): Target {
    const target = this.#targetOf(name);
    if (target === null) throw new Unsayable('lost_question', name);
    if (target === 'later') throw new Unsayable('later_question', name);
    return target;
  }

  /** A value with the calculations and choices in it opened up. */
  #branches(tree: Expression): readonly Branch[] {
    if (tree.kind === 'question') {
      const target = this.#target(tree.name);
      if (target.kind === 'calculation') return this.#within(() => this.#branches(target.tree));
    }
    if (tree.kind === 'call' && tree.name === 'if' && tree.args.length === 3) {
      const [condition, then, otherwise] = tree.args;
      if (condition === undefined || then === undefined || otherwise === undefined) throw new Unsayable('call', 'if()');
      const when = this.truth(condition);
      const under = (guard: Logic, value: Expression) => this.#branches(value).map((branch) => ({ ...branch, when: all([guard, branch.when]) }));
      return [...under(when, then), ...under(negated(when), otherwise)];
    }
    const [inner] = tree.kind === 'call' && ['string', 'number', 'int', 'coalesce', 'once', 'normalize-space'].includes(tree.name) ? tree.args : [];
    if (inner !== undefined) return this.#branches(inner);
    if (tree.kind === 'negative' && tree.of.kind === 'number') return [{ when: ALWAYS, value: { kind: 'number', value: `-${tree.of.value}` } }];
    return [{ when: ALWAYS, value: tree }];
  }

  #compared(op: Comparison, left: Expression, right: Expression): Logic {
    const [a, b] = [literalOf(left), literalOf(right)];
    if (a !== null && b !== null) return holds(op, a, b) ? ALWAYS : NEVER;
    if (a !== null) return this.#compared(MIRRORED[op], right, left);
    if (b === null)
      throw new Unsayable(left.kind === 'question' && right.kind === 'question' ? 'other_question' : reasonFor(left, right), nameIn(left, right));
    if (left.kind !== 'question') throw new Unsayable(reasonFor(left, right), nameIn(left, right));
    return this.#asked(op, left, b);
  }

  #asked(op: Comparison, asked: Expression & { kind: 'question' }, value: string): Logic {
    const target = this.#target(asked.name);
    if (target.kind === 'number') {
      const side = beyond(op, value, target);
      if (side === null) throw new Unsayable('number_compared', `${asked.name} ${op} ${value}`);
      return { kind: 'reading', step: target.step, side };
    }
    if (op !== '=' && op !== '!=') throw new Unsayable('number_compared', `${asked.name} ${op} ${value}`);
    if (value === '') return this.#given(target, op);
    const equal = this.#equal(target, value);
    if (op === '!=') this.#noteUnsure(asked);
    return op === '=' ? equal : negated(equal);
  }

  /** `${x} != ''`: answered at all. */
  #given(target: Target, op: '=' | '!='): Logic {
    if (op === '=' || (target.kind !== 'choice' && target.kind !== 'acknowledged')) throw new Unsayable('unanswered');
    if (target.kind === 'acknowledged') return { kind: 'answer', step: target.step, of: ['ok'], all: CHECKED };
    return any(target.steps.map(({ id, codes }) => ({ kind: 'answer', step: id, of: [...codes.values()], all: [...codes.values()] })));
  }

  #equal(target: Target, value: string): Logic {
    if (target.kind === 'acknowledged') {
      if (value.toUpperCase() !== 'OK') throw new Unsayable('unknown_value', value);
      return { kind: 'answer', step: target.step, of: ['ok'], all: CHECKED };
    }
    if (target.kind !== 'choice') throw new Unsayable(target.kind === 'gone' ? 'lost_question' : 'text_compared', value);
    const parts = target.steps.flatMap(({ id, codes }): Logic[] => {
      const code = codes.get(value);
      return code === undefined ? [] : [{ kind: 'answer', step: id, of: [code], all: [...codes.values()] }];
    });
    if (parts.length === 0) throw new Unsayable('unknown_value', value);
    return any(parts);
  }
}

const literalOf = (tree: Expression): string | null => (tree.kind === 'text' || tree.kind === 'number' ? tree.value : null);

function holds(op: Comparison, a: string, b: string): boolean {
  const [x, y] = [toDecimal(a), toDecimal(b)];
  const by = x !== null && y !== null ? compareDecimals(x, y) : a === b ? 0 : null;
  if (by === null) return op === '!=';
  return { '=': by === 0, '!=': by !== 0, '<': by < 0, '<=': by <= 0, '>': by > 0, '>=': by >= 0 }[op];
}

const reasonFor = (...trees: readonly Expression[]): Reason => {
  if (trees.some(({ kind }) => kind === 'self')) return 'self';
  if (trees.some(({ kind }) => kind === 'path' || kind === 'name')) return 'path';
  return 'call';
};

const nameIn = (...trees: readonly Expression[]): string => {
  const call = trees.find((tree) => tree.kind === 'call');
  const path = trees.find((tree) => tree.kind === 'path');
  return call?.kind === 'call' ? `${call.name}()` : path?.kind === 'path' ? path.text : '';
};
