import type { Operator } from './tree.ts';

export type Token =
  | { readonly kind: 'text' | 'number' | 'question' | 'name'; readonly value: string; readonly at: number; readonly end: number }
  | { readonly kind: 'operator'; readonly value: Operator; readonly at: number; readonly end: number }
  | { readonly kind: 'sign'; readonly value: Sign; readonly at: number; readonly end: number };

/** What is neither a value nor an operator between two. */
export type Sign = '(' | ')' | ',' | '.' | '..' | '/' | '//' | '[' | ']' | '@' | '::' | '*';

export type Tokens = { readonly kind: 'tokens'; readonly tokens: readonly Token[] } | { readonly kind: 'broken'; readonly at: number };

const SPACE = /[\s\u00a0\u200b\ufeff]+/y;
const NUMBER = /\d+(\.\d+)?|\.\d+/y;
const QUESTION = /\$\{\s*([^{}]{1,255}?)\s*\}/y;
const NAME = /[\p{L}_][\p{L}\p{N}_.-]*(:[\p{L}_][\p{L}\p{N}_.-]*)?/uy;
const SIGN = /\.\.|\/\/|::|[(),./[\]@]/y;
const SYMBOL = /!=|<=|>=|[=<>+*|\u2264\u2265\u2260-]/y;

/** Spreadsheets turn quotes and comparison signs into typographic ones while people type. */
const QUOTES: Readonly<Record<string, string>> = { "'": "'", '"': '"', '‘': '’', '’': '’', '“': '”', '”': '”' };
const TYPOGRAPHIC: Readonly<Record<string, Operator>> = { '≤': '<=', '≥': '>=', '≠': '!=' };
const WORDS: ReadonlySet<string> = new Set(['and', 'or', 'div', 'mod']);

/** Cuts an expression into its words. XPath decides by what stands before whether `*`, `-` or `and` is an operator. */
export function tokenize(text: string): Tokens {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const space = matched(SPACE, text, at);
    if (space !== null) {
      at += space.length;
      continue;
    }
    const token = next(text, at, isValueBefore(tokens.at(-1)));
    if (token === null) return { kind: 'broken', at };
    tokens.push(token);
    at = token.end;
  }
  return { kind: 'tokens', tokens };
}

function matched(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** Whether the token ends a value, so that an operator may follow. */
function isValueBefore(token: Token | undefined): boolean {
  if (token === undefined || token.kind === 'operator') return false;
  return token.kind !== 'sign' || [')', ']', '.', '..', '*'].includes(token.value);
}

function next(text: string, at: number, afterValue: boolean): Token | null {
  const quoted = quotedAt(text, at);
  if (quoted !== null) return quoted;
  const question = matched(QUESTION, text, at);
  if (question !== null) return { kind: 'question', value: question.slice(2, -1).trim(), at, end: at + question.length };
  const number = matched(NUMBER, text, at);
  if (number !== null && !afterValue) return { kind: 'number', value: number, at, end: at + number.length };
  const name = matched(NAME, text, at);
  if (name !== null) return afterValue ? operatorWord(name, at) : { kind: 'name', value: name, at, end: at + name.length };
  const sign = matched(SIGN, text, at);
  if (sign !== null) return { kind: 'sign', value: sign as Sign, at, end: at + sign.length };
  const symbol = matched(SYMBOL, text, at);
  if (symbol === null) return null;
  const end = at + symbol.length;
  if (symbol === '*' && !afterValue) return { kind: 'sign', value: '*', at, end };
  return { kind: 'operator', value: TYPOGRAPHIC[symbol] ?? (symbol as Operator), at, end };
}

function quotedAt(text: string, at: number): Token | null {
  const closing = QUOTES[text[at] ?? ''];
  if (closing === undefined) return null;
  const end = text.indexOf(closing, at + 1);
  return end < 0 ? null : { kind: 'text', value: text.slice(at + 1, end), at, end: end + 1 };
}

/** After a value only an operator may stand; `and-x` is a name and so none. */
const operatorWord = (name: string, at: number): Token | null =>
  WORDS.has(name) ? { kind: 'operator', value: name as Operator, at, end: at + name.length } : null;
