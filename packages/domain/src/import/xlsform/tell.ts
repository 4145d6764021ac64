import type { Field } from './columns.ts';
import type { Form } from './form.ts';
import type { Group, Question } from './survey.ts';
import type { Row } from './table.ts';

/** Looks that change what is asked here. */
const MEANT: ReadonlySet<string> = new Set(['signature', 'annotate', 'draw', 'new', 'new-front', 'new-rear']);
const MEDIA = ['image', 'big-image', 'audio', 'video'] as const;

/** Tells what of a question's row has no counterpart, whatever its type. */
export function tellUnused(form: Form, { row, type }: Question): void {
  const say = (code: Parameters<Form['tell']>[0], field: Field) => {
    const text = row.text(field);
    if (text !== '') form.tell(code, row.at(field), { value: text });
  };
  if (type !== 'calculate' && type !== 'hidden') say('default_lost', 'default');
  if (/^(yes|true|true\(\)|1)$/i.test(row.text('read_only')) && type !== 'note') say('read_only_lost', 'read_only');
  say('calculation_lost', type === 'calculate' ? 'trigger' : 'calculation');
  if (type !== 'range') say('appearance_unused', 'parameters');
  tellWords(form, row, 'required_message');
  tellMedia(form, row);
  const looks = row
    .text('appearance')
    .toLowerCase()
    .split(/\s+/)
    .filter((look) => look !== '' && !(type === 'image' && MEANT.has(look)));
  if (looks.length > 0) form.tell('appearance_unused', row.at('appearance'), { value: looks.join(' ') });
}

/** The same for groups and repeats, each once. */
export function tellGroups(form: Form, questions: readonly Question[]): void {
  const groups = new Set(questions.flatMap(({ within }) => within));
  for (const group of groups) {
    const { row } = group;
    tellMedia(form, row);
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
