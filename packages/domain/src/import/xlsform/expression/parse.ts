import { type Sign, type Token, tokenize } from './tokens.ts';
import { BINDS, type Expression, NEGATIVE_BINDS } from './tree.ts';

export type Parsed =
  | { readonly kind: 'parsed'; readonly tree: Expression }
  /** `at`: the character, 0 first, where it stops making sense. */
  | { readonly kind: 'broken'; readonly at: number };

/** Forms of every size stay far below; a longer or deeper one is somebody's attack on the stack. */
const LONGEST = 20_000;
const DEEPEST = 100;

/** Reads an expression of XLSForm. Never throws: what is no expression is told with its place. */
export function parseExpression(text: string): Parsed {
  if (text.length > LONGEST) return { kind: 'broken', at: LONGEST };
  const cut = tokenize(text);
  if (cut.kind === 'broken') return cut;
  const reader = new Reader(text, cut.tokens);
  try {
    const tree = reader.expression(0);
    return reader.isAtEnd() ? { kind: 'parsed', tree } : { kind: 'broken', at: reader.place() };
  } catch (error) {
    if (error instanceof Unexpected) return { kind: 'broken', at: error.at };
    throw error;
  }
}

class Unexpected extends Error {
  readonly at: number;
  constructor(at: number) {
    super('unexpected');
    this.at = at;
  }
}

/** Precedence climbing over the tokens. */
class Reader {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(text: string, tokens: readonly Token[]) {
    this.#text = text;
    this.#tokens = tokens;
  }

  isAtEnd = (): boolean => this.#at >= this.#tokens.length;
  place = (): number => this.#tokens[this.#at]?.at ?? this.#text.length;

  expression(least: number): Expression {
    if (++this.#depth > DEEPEST) throw new Unexpected(this.place());
    let left = this.#unary();
    for (;;) {
      const token = this.#tokens[this.#at];
      if (token?.kind !== 'operator' || BINDS[token.value] < least) break;
      this.#at++;
      left = { kind: 'binary', op: token.value, left, right: this.expression(BINDS[token.value] + 1) };
    }
    this.#depth--;
    return left;
  }

  #unary(): Expression {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'operator' || token.value !== '-') return this.#primary();
    this.#at++;
    return { kind: 'negative', of: this.expression(NEGATIVE_BINDS) };
  }

  #primary(): Expression {
    const start = this.#at;
    const token = this.#tokens[this.#at++];
    const simple = token === undefined ? null : this.#simple(token);
    if (simple === null) throw new Unexpected(token?.at ?? this.#text.length);
    const goesOn = this.#tokens[this.#at];
    const isPath = simple === 'path' || (goesOn?.kind === 'sign' && ['/', '//', '[', '::'].includes(goesOn.value));
    return isPath ? this.#path(start) : simple;
  }

  /** A value on its own; `path` where a way through the document begins. */
  #simple(token: Token): Expression | 'path' | null {
    switch (token.kind) {
      case 'text':
      case 'number':
        return { kind: token.kind, value: token.value };
      case 'question':
        return { kind: 'question', name: token.value };
      case 'name':
        return this.#takes('(') ? { kind: 'call', name: token.value, args: this.#args() } : { kind: 'name', name: token.value };
      case 'operator':
        return null;
      case 'sign':
        if (token.value === '(') return this.#bracketed();
        if (token.value === '.') return { kind: 'self' };
        return ['..', '/', '//', '@', '*'].includes(token.value) ? 'path' : null;
    }
  }

  #takes(sign: Sign): boolean {
    const token = this.#tokens[this.#at];
    const isIt = token?.kind === 'sign' && token.value === sign;
    if (isIt) this.#at++;
    return isIt;
  }

  #needs(sign: Sign): void {
    if (!this.#takes(sign)) throw new Unexpected(this.place());
  }

  #bracketed(): Expression {
    const inner = this.expression(0);
    this.#needs(')');
    return inner;
  }

  #args(): Expression[] {
    const args: Expression[] = [];
    if (this.#takes(')')) return args;
    do args.push(this.expression(0));
    while (this.#takes(','));
    this.#needs(')');
    return args;
  }

  /** The rest of a path: steps, axes and predicates, whose own expressions must make sense too. */
  #path(start: number): Expression {
    for (;;) {
      if (this.#takes('[')) {
        this.expression(0);
        this.#needs(']');
        continue;
      }
      const token = this.#tokens[this.#at];
      const before = this.#tokens[this.#at - 1];
      const wantsStep = before?.kind === 'sign' && ['/', '//', '@', '::'].includes(before.value);
      if (token?.kind === 'name' && wantsStep) {
        this.#at++;
        if (this.#takes('(')) this.#args();
      } else if (token?.kind === 'sign' && ['/', '//', '::'].includes(token.value) && !wantsStep) this.#at++;
      else if (token?.kind === 'sign' && ['.', '..', '*', '@'].includes(token.value) && wantsStep) this.#at++;
      else break;
    }
    const [first, last] = [this.#tokens[start], this.#tokens[this.#at - 1]];
    if (last?.kind === 'sign' && ['//', '@', '::'].includes(last.value)) throw new Unexpected(this.place());
    if (last?.kind === 'sign' && last.value === '/' && this.#at - start > 1) throw new Unexpected(this.place());
    return { kind: 'path', text: this.#text.slice(first?.at ?? 0, last?.end ?? 0) };
  }
}
