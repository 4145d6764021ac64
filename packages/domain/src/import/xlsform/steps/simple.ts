import type { Localized } from '../../../text.ts';
import type { Form } from '../form.ts';
import { formulaOf } from '../formulas.ts';
import type { Relevance, Shown } from '../shown.ts';
import { type Question, repeatOf } from '../survey.ts';
import { loseConstraint } from '../tell.ts';
import { baseOf } from './base.ts';

interface Written {
  readonly shown: Shown;
  readonly above?: Localized;
}

/** Words; `above` goes before the instructions. */
export function addText(form: Form, question: Question, { shown, above }: Written): void {
  const { name } = question;
  const base = baseOf(form, question, shown);
  const instructions =
    above === undefined
      ? base.instructions
      : { fr: [above.fr, base.instructions.fr].filter(Boolean).join('\n'), en: [above.en, base.instructions.en].filter(Boolean).join('\n') };
  loseConstraint(form, question);
  form.add({ ...base, id: form.idFor(name), instructions, kind: 'text' }, shown.logic);
  form.setTarget(name, { kind: 'words' });
}

/** A date, a place on the map, a recording: asked for in words. */
export function addAsText(form: Form, question: Question, shown: Shown): void {
  form.tell('becomes_text', question.row.at('type'), { value: question.row.text('type') });
  addText(form, question, { shown });
}

/** A note is read and ticked. */
export function addNote(form: Form, question: Question, shown: Shown): void {
  form.add({ id: form.idFor(question.name), ...baseOf(form, question, shown), kind: 'instruction' }, shown.logic);
  form.setTarget(question.name, { kind: 'gone' });
}

export function addAcknowledge(form: Form, question: Question, shown: Shown): void {
  const id = form.idFor(question.name);
  form.tell('acknowledged', question.row.at('type'), { value: question.row.text('type') });
  form.add({ id, ...baseOf(form, question, shown), kind: 'check' }, shown.logic);
  form.setTarget(question.name, { kind: 'acknowledged', step: id });
}

/** A picture, or a signature where the form draws one. */
export function addPicture(form: Form, question: Question, shown: Shown): void {
  const { row, name, type } = question;
  const looks = row.text('appearance').toLowerCase().split(/\s+/);
  const base = { id: form.idFor(name), ...baseOf(form, question, shown) };
  loseConstraint(form, question);
  form.setTarget(name, { kind: 'gone' });
  if (looks.includes('signature')) {
    form.tell('becomes_signature', row.at('appearance'), { value: row.text('appearance') });
    return form.add({ ...base, kind: 'signature', role: 'technician' }, shown.logic);
  }
  if (type === 'file') form.tell('becomes_photo', row.at('type'), { value: row.text('type') });
  const annotate = looks.includes('annotate') || looks.includes('draw');
  form.add({ ...base, kind: 'photo', minCount: 1, maxCount: type === 'file' ? 4 : 1, annotate }, shown.logic);
}

/** A bar code: labels here name equipment, and a code nobody knows is kept as it was read. */
export function addScan(form: Form, question: Question, shown: Shown): void {
  const { row, name } = question;
  if (form.equipment.length === 0) return addAsText(form, question, shown);
  loseConstraint(form, question);
  form.setTarget(name, { kind: 'words' });
  form.tell('becomes_scan', row.at('type'), { value: row.text('type') });
  form.add({ id: form.idFor(name), ...baseOf(form, question, shown), kind: 'scan', expects: [...form.equipment] }, shown.logic);
}

/** A calculation is one of our formulas, or lives on only in the conditions that use it. */
export function addCalculation(form: Form, question: Question, relevance: Relevance): void {
  const { row, name } = question;
  const text = row.text('calculation') || row.text('default');
  const tree = form.expression(text);
  if (tree === null) {
    form.tell('calculation_lost', row.at('calculation'), { value: text });
    return form.setTarget(name, { kind: 'gone' });
  }
  const formula = formulaOf(tree, (asked) => {
    const target = form.targetOf(asked);
    const unit = form.units.get(asked);
    const other = form.questions.find((one) => one.name === asked);
    const isNear = other !== undefined && (repeatOf(other) === null || repeatOf(other) === repeatOf(question));
    return target !== null && target !== 'later' && target.kind === 'number' && unit !== undefined && isNear ? { id: target.step, unit } : null;
  });
  const shown = formula === null ? null : relevance.of(question);
  if (formula === null || shown === null) {
    form.tell('calculation_lost', row.at('calculation'), { value: text });
    return form.setTarget(name, { kind: 'calculation', tree });
  }
  const id = form.idFor(name);
  const base = { ...baseOf(form, question, shown), required: false };
  form.add(
    { ...base, id, kind: 'measurement', unit: formula.unit, decimals: 2, limitKind: 'practice', severityOutside: 2, computed: formula.use },
    shown.logic,
  );
  form.units.set(name, formula.unit);
  form.setTarget(name, { kind: 'number', step: id, isInteger: false, limit: null });
}
