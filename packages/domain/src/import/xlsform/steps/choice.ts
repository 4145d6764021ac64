import type { DraftStep } from '../../../procedure/draft/index.ts';
import type { Localized } from '../../../text.ts';
import type { Choice } from '../choices.ts';
import { ALWAYS, type Logic } from '../condition/logic.ts';
import { type ChoiceStep, NO, YES } from '../condition/target.ts';
import { filtered } from '../filter.ts';
import type { Form } from '../form.ts';
import { codeFor } from '../names.ts';
import type { Relevance, Shown } from '../shown.ts';
import type { Question } from '../survey.ts';
import { loseConstraint, tellCells } from '../tell.ts';
import { baseOf, paired } from './base.ts';
import { addText } from './simple.ts';

const OTHER = 'other';
const OTHER_LABEL: Localized = { fr: 'Autre', en: 'Other' };
const WHICH: Localized = { fr: 'Précisez', en: 'Please specify' };
/** More options than this are not asked one by one. */
const MOST_STEPS = 20;

/** The choices of a question; null where the form does not hold them (told). */
export function choicesFor(form: Form, { list, source, row, hasOther }: Question): readonly Choice[] | null {
  if (source === 'file') {
    form.tell('external_file', row.at('type'), { value: list ?? row.text('type') });
    return null;
  }
  if (list === null) {
    form.tell('missing_list', row.at('type'), { value: row.text('type') });
    return null;
  }
  const choices = (source === 'external_choices' ? form.external : form.lists).get(list);
  if (choices === undefined) {
    form.tell('unknown_list', row.at('type'), { value: list });
    return null;
  }
  const needsOther = hasOther && !choices.some(({ code }) => code === OTHER);
  return needsOther ? [...choices, { name: OTHER, code: OTHER, label: OTHER_LABEL, row }] : choices;
}

/** `select_one`: one choice; where another answer filters its options, one choice for each of those answers. */
export function addChoice(form: Form, question: Question, relevance: Relevance): void {
  const choices = choicesFor(form, question);
  if (choices === null) return addWithoutChoices(form, question, relevance);
  const { name, row } = question;
  loseConstraint(form, question);
  const parts = filtered(form, question, choices);
  if (parts.length > 1) form.tell('filter_expanded', row.at('choice_filter'), { value: row.text('choice_filter'), other: parts.length });
  const made = parts.flatMap(({ when, key, choices: offered }): { step: ChoiceStep; shown: Shown }[] => {
    const shown = relevance.of(question, when);
    if (shown === null || offered.length === 0) return [];
    const id = form.idFor(key === '' ? name : `${codeFor(name)}__${codeFor(key)}`);
    const options = offered.map(({ code, label }) => ({ value: code, label, outcome: 'ok' as const }));
    form.add({ id, ...baseOf(form, question, shown), kind: 'choice', options }, shown.logic);
    return [{ step: { id, codes: new Map(offered.map((choice) => [choice.name, choice.code])) }, shown }];
  });
  if (made.length === 0) return void form.setTarget(name, { kind: 'gone' });
  form.setTarget(name, { kind: 'choice', steps: made.map(({ step }) => step), isSure: form.steps.at(-1)?.required ?? false });
  if (question.hasOther) addOther(form, question, relevance);
}

function addOther(form: Form, question: Question, relevance: Relevance): void {
  const tree = form.expression(`selected(\${${question.name}}, '${OTHER}')`);
  const asked = tree === null ? null : form.compile(tree);
  if (asked?.kind !== 'logic') return;
  const shown = relevance.of(question, asked.logic);
  if (shown === null) return;
  const base = baseOf(form, question, shown);
  form.add({ ...base, id: form.idFor(`${question.name}_${OTHER}`), title: paired(base.title, WHICH), kind: 'text' }, shown.logic);
}

/** `select_multiple`: a choice of yes or no for each option, because a step here takes one answer. */
export function addSeveral(form: Form, question: Question, relevance: Relevance): void {
  const choices = choicesFor(form, question);
  const { name, row } = question;
  if (choices === null) return addWithoutChoices(form, question, relevance);
  if (choices.length > MOST_STEPS) return addAsWords(form, { question, choices, relevance });
  loseConstraint(form, question);
  form.tell('becomes_steps', row.at('type'), { value: row.text('type'), other: choices.length });
  const options = new Map<string, string>();
  for (const { when, choices: offered } of filtered(form, question, choices))
    for (const choice of offered) {
      const shown = relevance.of(question, when);
      if (shown === null) continue;
      const step = yesNo(form, { question, choice, shown });
      form.add(step, shown.logic);
      options.set(choice.name, step.id);
    }
  const isSure = form.steps.at(-1)?.required ?? false;
  form.setTarget(name, options.size === 0 ? { kind: 'gone' } : { kind: 'several', options, isSure });
  if (question.hasOther) addOther(form, question, relevance);
}

const YES_NO = [
  { value: YES, label: { fr: 'Oui', en: 'Yes' }, outcome: 'ok' as const },
  { value: NO, label: { fr: 'Non', en: 'No' }, outcome: 'ok' as const },
];

function yesNo(form: Form, { question, choice, shown }: { question: Question; choice: Choice; shown: Shown }): DraftStep {
  const base = baseOf(form, question, shown);
  const id = form.idFor(`${codeFor(question.name)}__${choice.code}`);
  return { ...base, id, title: paired(base.title, choice.label), kind: 'choice', options: YES_NO };
}

/** `rank`, and lists too long for a step each: words, with the options written above. */
export function addAsWords(
  form: Form,
  { question, choices, relevance }: { question: Question; choices: readonly Choice[]; relevance: Relevance },
): void {
  const shown = relevance.of(question);
  if (shown === null) return void form.setTarget(question.name, { kind: 'gone' });
  const { row } = question;
  form.tell('becomes_text', row.at('type'), { value: row.text('type') });
  tellCells(form, row, ['choice_filter']);
  const labels = (language: keyof Localized) => choices.map(({ label }) => label[language] || label.fr || label.en).join(' ; ');
  addText(form, question, { shown, above: { fr: labels('fr'), en: labels('en') } });
}

function addWithoutChoices(form: Form, question: Question, relevance: Relevance): void {
  const shown = relevance.of(question, ALWAYS satisfies Logic);
  if (shown === null) return void form.setTarget(question.name, { kind: 'gone' });
  addText(form, question, { shown });
}
