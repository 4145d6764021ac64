import { type Condition, conditionsOf, type ShowIf } from '../../condition/condition.ts';
import type { DraftStep } from '../../procedure/draft/index.ts';
import { purposeOf } from '../../procedure/notes.ts';
import type { LossCode } from './loss.ts';

/** Cells of one row of the survey, by column. */
export type Cells = Readonly<Partial<Record<string, string>>>;

export interface StepRow {
  readonly cells: Cells;
  readonly losses: readonly LossCode[];
}

/** How a form names a list of choices, and how our steps are named in it: a name there begins with a letter. */
export const listName = (id: string): string => `list_${id}`;
export const questionName = (id: string): string => (/^[A-Za-z_]/.test(id) ? id : `_${id}`);

/** One step as a row of a form. */
export function rowOf(step: DraftStep, stepOf: (id: string) => DraftStep | undefined): StepRow {
  const own = ownOf(step);
  const relevant = step.showIf === undefined ? '' : relevantOf(step.showIf as ShowIf, stepOf);
  const cells: Cells = {
    name: questionName(step.id),
    'label::Français (fr)': step.title.fr,
    'label::English (en)': step.title.en,
    'hint::Français (fr)': step.instructions.fr,
    'hint::English (en)': step.instructions.en,
    required: step.required ? 'yes' : '',
    relevant: relevant ?? '',
    ...own.cells,
  };
  return { cells, losses: [...sharedLosses(step), ...own.losses, ...(relevant === null ? (['condition'] as const) : [])] };
}

function sharedLosses(step: DraftStep): readonly LossCode[] {
  const { onFail } = step;
  const found: readonly (readonly [boolean, LossCode])[] = [
    [step.holdPoint, 'hold_point'],
    [purposeOf(step) !== null, 'purpose'],
    [step.extra?.['attachments'] !== undefined, 'attachment'],
    [onFail?.finding !== undefined, 'finding'],
    [onFail?.severity !== undefined, 'severity'],
    [onFail?.openProcedure !== undefined, 'open_procedure'],
    [onFail?.stopWork !== undefined, 'stop_work'],
  ];
  return found.flatMap(([isLost, code]) => (isLost ? [code] : []));
}

function ownOf(step: DraftStep): StepRow {
  switch (step.kind) {
    case 'instruction':
      return { cells: { type: 'note', required: '' }, losses: [] };
    case 'check':
      return { cells: { type: 'select_one check' }, losses: [] };
    case 'text':
      return { cells: { type: 'text' }, losses: [] };
    case 'choice':
      return choiceRow(step);
    case 'measurement':
      return measurementRow(step);
    case 'photo': {
      const losses: readonly (readonly [boolean, LossCode])[] = [
        [(step.minCount ?? 1) > 1 || (step.maxCount ?? 1) > 1, 'photos_many'],
        [step.mustShow !== undefined, 'must_show'],
      ];
      return {
        cells: { type: 'image', appearance: step.annotate === true ? 'annotate' : '' },
        losses: losses.flatMap(([is, code]) => (is ? [code] : [])),
      };
    }
    case 'scan':
      return { cells: { type: 'barcode' }, losses: ['scan'] };
    case 'signature':
      return { cells: { type: 'image', appearance: 'signature' }, losses: ['signature_role'] };
  }
}

function choiceRow(step: DraftStep & { kind: 'choice' }): StepRow {
  const options = step.options ?? [];
  const losses: readonly (readonly [boolean, LossCode])[] = [
    [options.some(({ outcome }) => outcome !== 'ok'), 'outcome'],
    [options.some(({ finding }) => finding !== undefined), 'finding'],
    [options.some(({ severity }) => severity !== undefined), 'severity'],
    [options.some(({ openProcedure }) => openProcedure !== undefined), 'open_procedure'],
    [options.some(({ stopWork }) => stopWork === true), 'stop_work'],
    [options.some(({ suspend }) => suspend === true), 'suspend'],
  ];
  return { cells: { type: `select_one ${listName(step.id)}` }, losses: losses.flatMap(([is, code]) => (is ? [code] : [])) };
}

function measurementRow(step: DraftStep & { kind: 'measurement' }): StepRow {
  const bounds = [step.min === undefined ? [] : [`. >= ${step.min}`], step.max === undefined ? [] : [`. <= ${step.max}`]].flat();
  const losses: readonly (readonly [boolean, LossCode])[] = [
    [step.watch !== undefined, 'watch'],
    [step.expected !== undefined, 'expected'],
    [step.computed !== undefined, 'computed'],
    [step.limitsBy !== undefined, 'limits_by'],
    [step.instrument !== undefined, 'instrument'],
    [bounds.length > 0 || step.severityBands !== undefined, 'severity'],
  ];
  return {
    cells: {
      type: step.decimals === 0 ? 'integer' : 'decimal',
      'heliograph::unit': step.unit ?? '',
      constraint: bounds.join(' and '),
      'constraint_message::Français (fr)': step.onFail?.message?.fr ?? '',
      'constraint_message::English (en)': step.onFail?.message?.en ?? '',
    },
    losses: losses.flatMap(([is, code]) => (is ? [code] : [])),
  };
}

/** A condition in the language of forms; null where a form has no word for it. */
function relevantOf(showIf: ShowIf, stepOf: (id: string) => DraftStep | undefined): string | null {
  const parts = conditionsOf(showIf).map((condition) => expressionOf(condition, stepOf(condition.step)));
  return parts.every((part) => part !== null) ? parts.join('any' in showIf ? ' or ' : ' and ') : null;
}

function expressionOf(condition: Condition, asked: DraftStep | undefined): string | null {
  const name = `\${${questionName(condition.step)}}`;
  switch (condition.op) {
    case 'eq':
      return `${name} = '${condition.value}'`;
    case 'ne':
    case 'none_eq':
      return `(${name} != '' and ${name} != '${condition.value}')`;
    case 'in':
      return `(${condition.value.map((value) => `${name} = '${value}'`).join(' or ')})`;
    case 'in_range':
    case 'out_of_range':
      return rangeOf(name, condition.op, asked);
  }
}

/** A reading's fixed limits; one that a formula or an earlier choice moves has no number to write. */
function rangeOf(name: string, op: 'in_range' | 'out_of_range', asked: DraftStep | undefined): string | null {
  if (asked?.kind !== 'measurement' || asked.limitsBy !== undefined || asked.expected !== undefined) return null;
  const isIn = op === 'in_range';
  const parts = [
    ...(asked.min === undefined ? [] : [`${name} ${isIn ? '>=' : '<'} ${asked.min}`]),
    ...(asked.max === undefined ? [] : [`${name} ${isIn ? '<=' : '>'} ${asked.max}`]),
  ];
  return parts.length === 0 ? null : `(${parts.join(isIn ? ' and ' : ' or ')})`;
}
