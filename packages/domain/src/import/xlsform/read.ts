import { MOST_STEPS, type ProcedureDraft } from '../../procedure/draft/index.ts';
import type { Language } from '../../text.ts';
import { checkExpressions } from './check.ts';
import { type Lists, readChoices } from './choices.ts';
import { limitBehind } from './condition/threshold.ts';
import { type Finding, Findings } from './finding.ts';
import { Form } from './form.ts';
import { defaultLanguage, readSettings, type Settings } from './settings.ts';
import { Relevance } from './shown.ts';
import { addSteps } from './steps/index.ts';
import { readSurvey } from './survey.ts';
import { readTable, type Table } from './table.ts';
import { tellGroups, tellUnused } from './tell.ts';
import { type FileRefusal, sheetNamed, type Workbook, type WorkbookSheet } from './workbook.ts';

export interface XlsformOptions {
  /** Of words whose header names no language, where the form does not say either. */
  readonly language: Language;
  /** What whoever brings the form says beside it; both stand in the settings too, for forms that were written here. */
  readonly category?: string | undefined;
  readonly equipment?: readonly string[] | undefined;
}

/** What a workbook would become, and everything the person must know before saying yes. */
export interface XlsformReport {
  /** Null: it could not be opened. */
  readonly format: Workbook['format'] | null;
  readonly sheets: readonly { readonly name: string; readonly rows: number }[];
  readonly questions: number;
  readonly findings: readonly Finding[];
  /** Null: the workbook is refused, for the findings of level `error`. */
  readonly draft: ProcedureDraft | null;
}

export const MOST_QUESTIONS = 2_000;
export const MOST_CHOICES = 20_000;
const OURS = ['survey', 'choices', 'settings', 'external_choices'];

/** Translates a workbook in the XLSForm standard into a draft. Pure: the same workbook gives the same report, everywhere. */
export function readXlsform(workbook: Workbook, options: XlsformOptions): XlsformReport {
  const findings = new Findings();
  const said = defaultLanguage(sheetNamed(workbook, 'settings'));
  const assumed = said ?? options.language;
  const survey = tableOf(workbook, 'survey', { findings, assumed });
  for (const { name } of workbook.sheets)
    if (!OURS.includes(name.trim().toLowerCase())) findings.add('sheet_lost', { sheet: name, row: null, column: null });
  const settings = readSettings(sheetNamed(workbook, 'settings'), { findings, assumed, name: workbook.name });
  const questions = survey === null ? [] : readSurvey(survey, findings);
  const form = new Form({
    ...{ findings, questions, assumed, equipment: options.equipment ?? settings.equipment },
    lists: listsOf(workbook, 'choices', { findings, assumed }),
    external: listsOf(workbook, 'external_choices', { findings, assumed }),
  });
  if (survey !== null) tellLanguages(survey, form, { isSaid: said !== null });
  checkExpressions(questions, findings);
  if (!findings.hasErrors()) fill(form);
  if (form.steps.length > MOST_STEPS)
    findings.add('too_many_steps', { sheet: survey?.sheet ?? 'survey', row: null, column: null }, { other: MOST_STEPS });
  const sheets = workbook.sheets.map(({ name, rows }) => ({ name, rows: Math.max(0, rows.length - 1) }));
  const draft = findings.hasErrors() ? null : draftFrom(form, { settings, options });
  if (draft !== null) tellUntranslated(draft, form);
  return { format: workbook.format, sheets, questions: questions.length, findings: findings.inOrder(), draft };
}

/** The report on a file that could not be opened. */
export function refusedFile(code: FileRefusal, name: string): XlsformReport {
  const findings = new Findings();
  findings.add(code, { sheet: name, row: null, column: null });
  return { format: null, sheets: [], questions: 0, findings: findings.inOrder(), draft: null };
}

interface Around {
  readonly findings: Findings;
  readonly assumed: Language;
}

/** A sheet with what it cannot do without; null where it is not there (told). */
function tableOf(workbook: Workbook, name: 'survey', around: Around): Table | null {
  const sheet = sheetNamed(workbook, name);
  const whole = { sheet: sheet?.name ?? name, row: null, column: null };
  if (sheet === null) {
    around.findings.add('missing_sheet', whole, { other: name, value: workbook.sheets.map((one) => one.name).join(', ') });
    return null;
  }
  tellSize(sheet, MOST_QUESTIONS, around.findings);
  const table = readTable(name, sheet, around);
  for (const field of ['type', 'name', 'label'] as const)
    if (!table.has(field) && sheet.rows.length > 0)
      around.findings.add('missing_column', { ...whole, row: sheet.rows[0]?.row ?? 1 }, { other: field });
  if (table.rows.length === 0) around.findings.add('empty_survey', whole);
  return table;
}

function tellSize({ name, rows, cutAt, emptyFrom }: WorkbookSheet, most: number, findings: Findings): void {
  if (emptyFrom !== undefined) findings.add('rest_unread', { sheet: name, row: emptyFrom, column: null });
  if (cutAt !== undefined || rows.length > most + 1)
    findings.add('too_many_rows', { sheet: name, row: cutAt ?? rows[most + 1]?.row ?? null, column: null }, { other: most });
}

function listsOf(workbook: Workbook, name: string, { findings, assumed }: Around): Lists {
  const sheet = sheetNamed(workbook, name);
  if (sheet === null || sheet.rows.length === 0) return new Map();
  tellSize(sheet, MOST_CHOICES, findings);
  const table = readTable('choices', sheet, { findings, assumed });
  const row = sheet.rows[0]?.row ?? 1;
  for (const field of ['list_name', 'name'] as const)
    if (!table.has(field)) findings.add('missing_column', { sheet: sheet.name, row, column: null }, { other: field });
  return readChoices(table, findings);
}

/** Numbers first learn which limit the rest of the form holds them against; then row by row. */
function fill(form: Form): void {
  const trees = form.questions
    .flatMap(({ row, within }) => [row.text('relevant'), row.text('calculation'), ...within.map((group) => group.row.text('relevant'))])
    .flatMap((text) => form.expression(text) ?? []);
  const unique = [...new Set(trees)];
  for (const { type, name } of form.questions) {
    if (type !== 'integer' && type !== 'decimal') continue;
    const limit = limitBehind(name, unique, type === 'integer');
    if (limit !== null) form.limits.set(name, limit);
  }
  const relevance = new Relevance(form);
  for (const question of form.questions) {
    tellUnused(form, question);
    addSteps(form, question, relevance);
  }
  tellGroups(form, form.questions);
}

function draftFrom({ steps, sections }: Form, { settings, options }: { settings: Settings; options: XlsformOptions }): ProcedureDraft {
  const category = options.category ?? settings.category;
  return {
    slug: settings.slug,
    title: settings.title,
    description: { fr: '', en: '' },
    ...(category === null ? {} : { category }),
    equipmentTypes: [...(options.equipment ?? settings.equipment)],
    ...{ tags: [], estimatedMinutes: Math.max(1, steps.length), teamMin: 1, requiresLockout: false },
    ...{ requiredCertifications: [], requiredTools: [], ppe: [], safetyWarnings: [], references: [], environment: [] },
    ...(sections.length === 0 ? {} : { extra: { sections: sections.map(({ id, title }) => ({ id, title })) } }),
    steps: [...steps],
  };
}

/** What is said of the form's languages, once. */
function tellLanguages(survey: Table, { findings, assumed }: Form, { isSaid }: { isSaid: boolean }): void {
  const whole = { sheet: survey.sheet, row: null, column: null };
  if (survey.spoken.size > 0) for (const tongue of survey.tongues) findings.add('language_lost', whole, { value: tongue });
  else if (!isSaid || survey.tongues.length > 0) findings.add('language_assumed', whole, { value: survey.tongues.join(', '), other: assumed });
}

/** How many titles lack a language. */
function tellUntranslated({ steps }: ProcedureDraft, { findings, questions }: Form): void {
  const sheet = questions[0]?.row.at('label').sheet ?? 'survey';
  for (const language of ['fr', 'en'] as const) {
    const missing = steps.filter(({ title }) => title[language] === '').length;
    if (missing > 0) findings.add('translation_missing', { sheet, row: null, column: null }, { value: language, other: missing });
  }
}
