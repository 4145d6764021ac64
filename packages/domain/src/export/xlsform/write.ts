import type { DraftStep, ProcedureDraft } from '../../procedure/draft/index.ts';
import { type Section, sectionOf } from '../../procedure/notes.ts';
import type { Loss, LossCode } from './loss.ts';
import { type Cells, listName, questionName, rowOf } from './steps.ts';

/** A form as sheets of text, and what of the procedure it cannot say. */
export interface WrittenForm {
  readonly sheets: readonly { readonly name: string; readonly rows: readonly (readonly string[])[] }[];
  readonly losses: readonly Loss[];
}

const SURVEY = [
  ...[
    'type',
    'name',
    'label::Français (fr)',
    'label::English (en)',
    'hint::Français (fr)',
    'hint::English (en)',
    'required',
    'relevant',
    'constraint',
  ],
  ...['constraint_message::Français (fr)', 'constraint_message::English (en)', 'appearance', 'heliograph::unit'],
];
const CHOICES = ['list_name', 'name', 'label::Français (fr)', 'label::English (en)'];
const SETTINGS = [
  'form_title::Français (fr)',
  'form_title::English (en)',
  'form_id',
  'default_language',
  'heliograph::category',
  'heliograph::equipment',
];
const CHECK = [
  ['check', 'ok', 'Conforme', 'Conforming'],
  ['check', 'fail', 'Non conforme', 'Not conforming'],
  ['check', 'na', 'Sans objet', 'Not applicable'],
];

/** A procedure as a form in the XLSForm standard: groups for sections, repeats for what is repeated, our kinds as the nearest of its types. */
export function writeXlsform(draft: ProcedureDraft): WrittenForm {
  const losses: Loss[] = wholeLosses(draft).map((code) => ({ step: null, code }));
  const survey: Cells[] = [];
  const open: Open = { section: null, repeat: null };
  const stepOf = (id: string) => draft.steps.find((step) => step.id === id);
  for (const step of draft.steps) {
    survey.push(...turned(open, sectionOf(step, draft), step));
    const { cells, losses: lost } = rowOf(step, stepOf);
    survey.push(cells);
    losses.push(...[...new Set(lost)].map((code) => ({ step: step.id, code })));
  }
  survey.push(...closed(open));
  const settings = [draft.title.fr, draft.title.en, draft.slug, 'Français (fr)', draft.category ?? '', (draft.equipmentTypes ?? []).join(' ')];
  return {
    sheets: [
      { name: 'survey', rows: [SURVEY, ...survey.map((cells) => SURVEY.map((column) => cells[column] ?? ''))] },
      { name: 'choices', rows: [CHOICES, ...choicesOf(draft)] },
      { name: 'settings', rows: [SETTINGS, settings] },
    ],
    losses,
  };
}

/** Groups that are open while steps are written one after the other. */
interface Open {
  section: Section | null;
  repeat: string | null;
}

/** Rows that close what the step is no longer in, and open what it is in. */
function turned(open: Open, section: Section | null, { repeat }: DraftStep): readonly Cells[] {
  const over = repeat === undefined ? null : (repeat.group ?? repeat.over ?? '');
  const rows: Cells[] = [];
  const isElsewhere = section?.id !== open.section?.id;
  if (open.repeat !== null && (isElsewhere || over !== open.repeat)) rows.push({ type: 'end_repeat' });
  if (open.repeat !== null && (isElsewhere || over !== open.repeat)) open.repeat = null;
  if (isElsewhere) {
    if (open.section !== null) rows.push({ type: 'end_group' });
    if (section !== null) rows.push(begin('begin_group', `group_${section.id}`, section.title));
    open.section = section;
  }
  if (over !== null && open.repeat === null) {
    const name = repeat?.over ?? over;
    rows.push(begin('begin_repeat', `repeat_${over}`, { fr: name, en: name }));
    open.repeat = over;
  }
  return rows;
}

const begin = (type: string, name: string, title: Section['title']): Cells => ({
  ...{ type, name: questionName(name.replaceAll(/[^A-Za-z0-9_-]/g, '_')) },
  'label::Français (fr)': title.fr,
  'label::English (en)': title.en,
});

const closed = ({ section, repeat }: Open): readonly Cells[] => [
  ...(repeat === null ? [] : [{ type: 'end_repeat' }]),
  ...(section === null ? [] : [{ type: 'end_group' }]),
];

function choicesOf({ steps }: ProcedureDraft): readonly (readonly string[])[] {
  const own = steps.flatMap((step) =>
    step.kind === 'choice' ? (step.options ?? []).map(({ value, label }) => [listName(step.id), value ?? '', label?.fr ?? '', label?.en ?? '']) : [],
  );
  return [...(steps.some(({ kind }) => kind === 'check') ? CHECK : []), ...own];
}

function wholeLosses(draft: ProcedureDraft): readonly LossCode[] {
  const found: readonly (readonly [unknown[] | undefined, LossCode])[] = [
    [draft.safetyWarnings, 'safety'],
    [draft.ppe, 'safety'],
    [draft.requiredCertifications, 'certifications'],
    [draft.requiredTools, 'tools'],
    [draft.environment, 'environment'],
    [Array.isArray(draft.extra?.['attachments']) ? draft.extra['attachments'] : [], 'attachment'],
  ];
  return [...new Set(found.flatMap(([list, code]) => ((list?.length ?? 0) > 0 ? [code] : [])))];
}
