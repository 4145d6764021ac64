/** An expression of XLSForm as it was understood: the part of XPath that forms use. */
export type Expression =
  | { readonly kind: 'text'; readonly value: string }
  /** As written: a number here is compared exactly, never as a float. */
  | { readonly kind: 'number'; readonly value: string }
  /** `${name}`: another question. */
  | { readonly kind: 'question'; readonly name: string }
  /** `.`: the answer itself. */
  | { readonly kind: 'self' }
  /** A bare name: in a choice filter, a column of the choices. */
  | { readonly kind: 'name'; readonly name: string }
  /** A way through the document (`../x`, `instance('a')/root/item[…]`): kept as written, never followed. */
  | { readonly kind: 'path'; readonly text: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'negative'; readonly of: Expression }
  | { readonly kind: 'binary'; readonly op: Operator; readonly left: Expression; readonly right: Expression };

export type Operator = 'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | 'div' | 'mod' | '|';

/** How tightly an operator binds, as XPath 1.0 orders them. */
export const BINDS: Readonly<Record<Operator, number>> = {
  ...{ or: 1, and: 2, '=': 3, '!=': 3, '<': 4, '<=': 4, '>': 4, '>=': 4 },
  ...{ '+': 5, '-': 5, '*': 6, div: 6, mod: 6, '|': 8 },
};
export const NEGATIVE_BINDS = 7;

/** The expression as text that reads back as the same tree. */
export function write(tree: Expression, within = 0): string {
  switch (tree.kind) {
    case 'text':
      return tree.value.includes("'") ? `"${tree.value}"` : `'${tree.value}'`;
    case 'number':
      return tree.value;
    case 'question':
      return `\${${tree.name}}`;
    case 'self':
      return '.';
    case 'name':
      return tree.name;
    case 'path':
      return tree.text;
    case 'call':
      return `${tree.name}(${tree.args.map((arg) => write(arg)).join(', ')})`;
    case 'negative':
      return bracketed(`-${write(tree.of, NEGATIVE_BINDS)}`, NEGATIVE_BINDS, within);
    case 'binary': {
      const binds = BINDS[tree.op];
      // Operators of one rank are read from the left: the right side needs brackets already at the same rank.
      return bracketed(`${write(tree.left, binds)} ${tree.op} ${write(tree.right, binds + 1)}`, binds, within);
    }
  }
}

const bracketed = (text: string, binds: number, within: number): string => (binds < within ? `(${text})` : text);

/** The tree's nodes, itself first. */
export function* nodesOf(tree: Expression): Generator<Expression> {
  yield tree;
  if (tree.kind === 'call') for (const arg of tree.args) yield* nodesOf(arg);
  if (tree.kind === 'negative') yield* nodesOf(tree.of);
  if (tree.kind === 'binary') {
    yield* nodesOf(tree.left);
    yield* nodesOf(tree.right);
  }
}

/** Names of the questions an expression looks at, each once. */
export const questionsIn = (tree: Expression): readonly string[] => [
  ...new Set([...nodesOf(tree)].flatMap((node) => (node.kind === 'question' ? [node.name] : []))),
];
