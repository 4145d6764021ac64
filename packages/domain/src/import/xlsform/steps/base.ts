import type { StepBase } from '../../../procedure/step-base.ts';
import type { Localized } from '../../../text.ts';
import type { Form } from '../form.ts';
import { codeFor } from '../names.ts';
import type { Shown } from '../shown.ts';
import { type Question, repeatOf } from '../survey.ts';
import type { Row } from '../table.ts';

/** What every step takes from its row, whatever its kind. */
export function baseOf(form: Form, question: Question, { showIf }: Shown): Omit<StepBase, 'id'> {
  const { row, within } = question;
  const repeat = repeatOf(question);
  const section = form.sectionOf(within);
  return {
    title: titleOf(form, question),
    instructions: joined([form.words(row, 'hint'), form.words(row, 'guidance_hint')]),
    required: isRequired(form, row),
    holdPoint: false,
    ...(showIf === undefined ? {} : { showIf }),
    ...(repeat === null ? {} : { repeat: { over: overOf(repeat.row, { name: repeat.name, assumed: form.assumed }), group: codeFor(repeat.name) } }),
    ...(section === null ? {} : { extra: { section } }),
  };
}

/** What is repeated over is one name for everybody: the label in the form's own language. */
function overOf(row: Row, { name, assumed }: { name: string; assumed: keyof Localized }): string {
  const label = row.words('label');
  return (label[assumed] || label.fr || label.en || name).slice(0, 64).toWellFormed();
}

export function titleOf(form: Form, { name, row, type }: Question): Localized {
  const label = form.words(row, 'label');
  if (label.fr + label.en !== '') return label;
  if (type !== 'calculate') form.tell('untitled', row.at('label'), { value: name });
  return { fr: name, en: name };
}

const joined = (texts: readonly Localized[]): Localized => ({
  fr: texts.flatMap(({ fr }) => fr || []).join('\n'),
  en: texts.flatMap(({ en }) => en || []).join('\n'),
});

const YES = /^(yes|true|true\(\)|1|oui)$/i;
const NO = /^(no|false|false\(\)|0|non)?$/i;

/** A condition of being required cannot be said here: the step is then always required, where it is shown. */
function isRequired(form: Form, row: Row): boolean {
  const text = row.text('required');
  if (NO.test(text)) return false;
  if (!YES.test(text)) form.tell('required_lost', row.at('required'), { value: text });
  return true;
}

/** Both languages of a text made from two. */
export const paired = (one: Localized, other: Localized, join = ' – '): Localized => ({
  fr: one.fr === '' || other.fr === '' ? '' : `${one.fr}${join}${other.fr}`,
  en: one.en === '' || other.en === '' ? '' : `${one.en}${join}${other.en}`,
});
