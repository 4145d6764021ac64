import type { Form } from '../form.ts';
import type { Relevance, Shown } from '../shown.ts';
import type { Question } from '../survey.ts';
import { addAsWords, addChoice, addSeveral, choicesFor } from './choice.ts';
import { addNumber } from './number.ts';
import { addAcknowledge, addAsText, addCalculation, addNote, addPicture, addScan, addText } from './simple.ts';

type Add = (form: Form, question: Question, shown: Shown) => void;

/** What each type of question becomes. */
const ADD: Readonly<Partial<Record<Question['type'], Add>>> = {
  note: addNote,
  text: (form, question, shown) => addText(form, question, { shown }),
  integer: addNumber,
  decimal: addNumber,
  range: addNumber,
  image: addPicture,
  file: addPicture,
  barcode: addScan,
  acknowledge: addAcknowledge,
};

/** Makes the steps of one question, or tells why there are none. */
export function addSteps(form: Form, question: Question, relevance: Relevance): void {
  const { type, row, name } = question;
  if (type === 'select_one') return addChoice(form, question, relevance);
  if (type === 'select_multiple') return addSeveral(form, question, relevance);
  if (type === 'calculate') return addCalculation(form, question, relevance);
  if (type === 'rank') {
    const choices = choicesFor(form, question);
    return addAsWords(form, { question, choices: choices ?? [], relevance });
  }
  if (type === 'hidden') {
    form.tell('hidden_lost', row.at('name'), { value: name });
    return form.setTarget(name, { kind: 'gone' });
  }
  const shown = relevance.of(question);
  if (shown === null) {
    form.tell('question_lost', row.at('relevant'), { value: row.text('relevant') });
    return form.setTarget(name, { kind: 'gone' });
  }
  (ADD[type] ?? addAsText)(form, question, shown);
}
