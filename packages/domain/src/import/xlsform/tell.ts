import type { Field } from './columns.ts';
import type { Form } from './form.ts';
import type { Group, Question } from './survey.ts';
import type { Row } from './table.ts';
import type { QuestionType } from './types.ts';

/** Looks that change what is asked here. */
const MEANT: ReadonlySet<string> = new Set(['signature', 'annotate', 'draw', 'new', 'new-front', 'new-rear']);
/** Types whose answers no constraint looks at here. */
const UNLIMITED: ReadonlySet<QuestionType> = new Set(['note', 'acknowledge', 'calculate', 'hidden']);
/** Cells of questions, with no meaning for a group. */
const OF_QUESTIONS: readonly Field[] = [
  ...(['hint', 'guidance_hint', 'required', 'required_message', 'constraint', 'constraint_message'] as const),
  ...(['default', 'read_only', 'calculation', 'choice_filter', 'parameters', 'trigger'] as const),
];
const MEDIA = ['image', 'big-image', 'audio', 'video'] as const;

/** Tells what of a question's row has no counterpart, whatever its type. */
export function tellUnused(form: Form, question: Question): void {
  const { row, type } = question;
  const say = (code: Parameters<Form['tell']>[0], field: Field) => {
    const text = row.text(field);
    if (text !== '') form.tell(code, row.at(field), { value: text });
  };
  if (type !== 'calculate' && type !== 'hidden') say('default_lost', 'default');
  if (/^(yes|true|true\(\)|1)$/i.test(row.text('read_only')) && type !== 'note') say('read_only_lost', 'read_only');
  if (type !== 'calculate') say('calculation_lost', 'calculation');
  say('calculation_lost', 'trigger');
  if (type !== 'range') say('appearance_unused', 'parameters');
  if (UNLIMITED.has(type)) loseConstraint(form, question);
  tellCells(form, row, mayFilter(question) ? ['repeat_count'] : ['repeat_count', 'choice_filter']);
  tellWords(form, row, 'required_message');
  tellMedia(form, row);
  const looks = row
    .text('appearance')
    .toLowerCase()
    .split(/\s+/)
    .filter((look) => look !== '' && !(type === 'image' && MEANT.has(look)));
  if (looks.length > 0) form.tell('appearance_unused', row.at('appearance'), { value: looks.join(' ') });
}

/** Whether the choices of a question can be filtered; where they become words, that is told with it. */
const mayFilter = ({ type, source }: Question): boolean => type === 'rank' || (/^select/.test(type) && source !== 'file');

/** A constraint and its message, where a step of this kind takes any answer. */
export function loseConstraint(form: Form, { row }: Question): void {
  if (row.text('constraint') !== '') form.tell('constraint_lost', row.at('constraint'), { value: row.text('constraint') });
  tellWords(form, row, 'constraint_message');
}

/** Cells that a row of this type has no use for. */
export function tellCells(form: Form, row: Row, fields: readonly Field[]): void {
  for (const field of fields) {
    const { fr, en } = row.words(field);
    const said = row.text(field) || fr || en;
    if (said !== '') form.tell('cell_lost', row.at(field), { value: said });
  }
}

/** The same for groups and repeats, each once. */
export function tellGroups(form: Form, questions: readonly Question[]): void {
  const groups = new Set(questions.flatMap(({ within }) => within));
  for (const group of groups) {
    const { row } = group;
    tellMedia(form, row);
    tellCells(form, row, OF_QUESTIONS);
    const count = row.text('repeat_count');
    if (count !== '') form.tell('repeat_count_lost', row.at('repeat_count'), { value: count });
    const looks = row.text('appearance');
    if (looks !== '') form.tell('appearance_unused', row.at('appearance'), { value: looks });
    if (isNested(group, questions)) form.tell('nested_repeat', row.at('type'), { value: group.name });
  }
}

/** A repeat in a repeat: items of items do not exist here. */
const isNested = (group: Group, questions: readonly Question[]): boolean =>
  group.kind === 'repeat' &&
  questions.some(({ within }) => {
    const at = within.indexOf(group);
    return at > 0 && within.slice(0, at).some(({ kind }) => kind === 'repeat');
  });

function tellWords(form: Form, row: Row, field: Field): void {
  const { fr, en } = row.words(field);
  if (fr + en !== '') form.tell('message_lost', row.at(field), { value: fr || en });
}

function tellMedia(form: Form, row: Row): void {
  for (const field of MEDIA) {
    const { fr, en } = row.words(field);
    if (fr + en !== '') form.tell('media_lost', row.at(field), { value: fr || en });
  }
}
