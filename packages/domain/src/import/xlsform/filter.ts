import type { Choice } from './choices.ts';
import { ALWAYS, type Logic } from './condition/logic.ts';
import { type Expression, nodesOf } from './expression/tree.ts';
import type { Form } from './form.ts';
import type { Question } from './survey.ts';

/** Choices that are offered together, and what must have been answered for it. */
export interface Offer {
  readonly when: Logic;
  /** The values of the columns the filter looks at. */
  readonly key: string;
  readonly choices: readonly Choice[];
}

/** More parts than this are no cascade but a table. */
const MOST_PARTS = 60;

/**
 * A question's choices by its filter: for each combination of the values that the filter asks of a choice (`country = ${country}`), the filter
 * with these values written in is a condition like any other.
 */
export function filtered(form: Form, question: Question, choices: readonly Choice[]): readonly Offer[] {
  const everything: readonly Offer[] = [{ when: ALWAYS, key: '', choices }];
  const { row } = question;
  const text = row.text('choice_filter');
  const tree = form.expression(text);
  if (tree === null) return everything;
  const lose = (more: object = {}) => {
    form.tell('filter_lost', row.at('choice_filter'), { value: text, ...more });
    return everything;
  };
  const columns = [...new Set([...nodesOf(tree)].flatMap((node) => (node.kind === 'name' ? [node.name] : [])))];
  const isExclusive = [...nodesOf(tree)].every((node) => node.kind !== 'binary' || node.op === 'and' || node.op === '=');
  if (columns.length === 0 || (question.type === 'select_one' && !isExclusive)) return lose();
  const parts = Map.groupBy(choices, ({ row: choice }) => JSON.stringify(columns.map((column) => cellOf(choice, column))));
  if (parts.size > MOST_PARTS) return lose();
  const offers: Offer[] = [];
  for (const [key, together] of parts) {
    const values = new Map(columns.map((column, n) => [column, String((JSON.parse(key) as string[])[n] ?? '')]));
    const compiled = form.compile(written(tree, values));
    if (compiled.kind === 'lost' && compiled.reason !== 'unknown_value') return lose({ reason: compiled.reason });
    const when = compiled.kind === 'logic' ? compiled.logic : null;
    if (when === null || when.kind === 'never') {
      for (const { name, row: choice } of together) form.tell('choice_never_offered', choice.at('name'), { value: name });
    } else offers.push({ when, key: [...values.values()].join('-'), choices: together });
  }
  return offers.length === 1 && offers[0]?.when.kind === 'always' ? everything : offers;
}

const cellOf = (row: Choice['row'], column: string): string => (column === 'name' ? row.text('name') : row.extra(column));

/** The filter as one kind of choice meets it: columns replaced by what stands there. */
function written(tree: Expression, values: ReadonlyMap<string, string>): Expression {
  switch (tree.kind) {
    case 'name':
      return { kind: 'text', value: values.get(tree.name) ?? '' };
    case 'binary':
      return { ...tree, left: written(tree.left, values), right: written(tree.right, values) };
    case 'call':
      return { ...tree, args: tree.args.map((arg) => written(arg, values)) };
    case 'negative':
      return { ...tree, of: written(tree.of, values) };
    default:
      return tree;
  }
}
