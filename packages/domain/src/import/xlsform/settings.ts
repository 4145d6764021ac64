import { codeSchema } from '../../procedure/codes.ts';
import type { Language, Localized } from '../../text.ts';
import { languageOf } from './columns.ts';
import type { Findings } from './finding.ts';
import { codeFor } from './names.ts';
import { readTable } from './table.ts';
import type { WorkbookSheet } from './workbook.ts';

/** What the settings sheet says of the form as a whole. */
export interface Settings {
  readonly title: Localized;
  readonly slug: string;
  readonly category: string | null;
  readonly equipment: readonly string[];
}

const LOST = ['public_key', 'submission_url', 'instance_name', 'style', 'namespaces', 'auto_send', 'auto_delete', 'clean_text_values'] as const;

interface Reading {
  readonly findings: Findings;
  readonly assumed: Language;
  /** The file's name, for a form that has none. */
  readonly name: string;
}

/** Reads the settings; a form without them is called as its file is. */
export function readSettings(sheet: WorkbookSheet | null, { findings, assumed, name }: Reading): Settings {
  const table = sheet === null ? null : readTable('settings', sheet, { findings, assumed });
  const [row] = table?.rows ?? [];
  if (row === undefined) return { title: titled(name, assumed), slug: codeFor(name), category: null, equipment: [] };
  for (const field of LOST) if (row.text(field) !== '') findings.add('setting_lost', row.at(field), { value: row.text(field) });
  if (row.text('version') !== '') findings.add('version_unused', row.at('version'), { value: row.text('version') });
  const title = row.words('form_title');
  const id = row.text('form_id');
  const [category] = codesIn(row.text('category'));
  return {
    title: title.fr + title.en === '' ? titled(id || name, assumed) : title,
    slug: codeFor(id || title.en || title.fr || name),
    category: category ?? null,
    equipment: codesIn(row.text('equipment')),
  };
}

const titled = (text: string, language: Language): Localized => ({ fr: '', en: '', [language]: text });

const codesIn = (text: string): readonly string[] => text.split(/[\s,;]+/).filter((code) => codeSchema.safeParse(code).success);

/** The language a form is written in where its headers name none, by what it says of itself. */
export function defaultLanguage(sheet: WorkbookSheet | null): Language | null {
  const [head, row] = sheet?.rows ?? [];
  const at = head?.cells.findIndex((cell) => /^default[ _]language$/i.test(cell.trim())) ?? -1;
  const language = at < 0 ? null : languageOf(row?.cells[at] ?? '');
  return language === 'fr' || language === 'en' ? language : null;
}
