import type { Field } from './columns.ts';
import { parseExpression } from './expression/parse.ts';
import { questionsIn } from './expression/tree.ts';
import type { Findings } from './finding.ts';
import type { Group, Question } from './survey.ts';
import type { Row } from './table.ts';

const EXPRESSIONS: readonly Field[] = ['relevant', 'constraint', 'calculation', 'choice_filter', 'repeat_count', 'required'];

/** Says which expressions make no sense, which ask a question that is not there, and which questions wait for themselves. */
export function checkExpressions(questions: readonly Question[], findings: Findings): void {
  const groups = new Set(questions.flatMap(({ within }) => within));
  const known = new Set([...questions.map(({ name }) => name), ...[...groups].map(({ name }) => name)]);
  for (const row of new Set([...groups, ...questions].map((one) => one.row)))
    for (const field of EXPRESSIONS) checkField(row, field, { known, findings });
  tellCircles(questions, findings);
}

function checkField(row: Row, field: Field, { known, findings }: { known: ReadonlySet<string>; findings: Findings }): void {
  const text = row.text(field);
  if (text === '') return;
  const parsed = parseExpression(text);
  if (parsed.kind === 'broken') return findings.add('broken_expression', row.at(field), { value: text, other: parsed.at + 1 });
  for (const name of questionsIn(parsed.tree))
    if (!known.has(name.replace(/^last-saved#/, ''))) findings.add('unknown_question', row.at(field), { value: text, other: name });
}

/** Whose answers a question waits for before it is shown or computed, its groups included. */
function askedBy(question: Question): readonly string[] {
  const rows = [question, ...question.within].map(({ row }) => row.text('relevant'));
  const calculated = question.type === 'calculate' ? [question.row.text('calculation')] : [];
  return [...rows, ...calculated].flatMap((text) => {
    const parsed = text === '' ? null : parseExpression(text);
    return parsed?.kind === 'parsed' ? questionsIn(parsed.tree) : [];
  });
}

/** Each circle is told once, where it is entered first. */
function tellCircles(questions: readonly Question[], findings: Findings): void {
  const asks = new Map(questions.map((question) => [question.name, { question, names: askedBy(question) }]));
  const state = new Map<string, 'open' | 'done'>();
  const visit = (start: string): void => {
    // By hand, not by recursion: a chain as long as the form would be as deep.
    const path: { readonly name: string; next: number }[] = [{ name: start, next: 0 }];
    state.set(start, 'open');
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const name = asks.get(top.name)?.names[top.next++];
      if (name === undefined) {
        state.set(top.name, 'done');
        path.pop();
      } else if (state.get(name) === 'open') tell(path.map((one) => one.name).slice(path.findIndex((one) => one.name === name)));
      else if (asks.has(name) && state.get(name) === undefined) {
        state.set(name, 'open');
        path.push({ name, next: 0 });
      }
    }
  };
  const tell = (circle: readonly string[]): void => {
    const first = asks.get(circle[0] ?? '')?.question;
    if (first === undefined) return;
    const field = culprit(first, circle[1] ?? circle[0] ?? '');
    findings.add('circular', field.row.at(field.field), { value: field.row.text(field.field), other: [...circle, circle[0]].join(' → ') });
  };
  for (const { name } of questions) if (state.get(name) === undefined) visit(name);
}

/** The cell that names the next question of a circle. */
function culprit(question: Question, name: string): { readonly row: Row; readonly field: Field } {
  const holders: readonly (Question | Group)[] = [question, ...question.within];
  const holder = holders.find(({ row }) => row.text('relevant').includes(name));
  return holder === undefined ? { row: question.row, field: 'calculation' } : { row: holder.row, field: 'relevant' };
}
