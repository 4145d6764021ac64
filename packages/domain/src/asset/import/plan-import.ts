import type { AssetId, SiteId } from '../../ids.ts';
import type { Language } from '../../text.ts';
import type { Asset } from '../context.ts';
import { placeProblem, readAttribute } from '../draft.ts';
import { MOST_CODE, nameOfCode } from '../number.ts';
import { typeOf } from './columns.ts';
import { type ImportCode, type ImportProblem, inOrder } from './problem.ts';
import { type ImportColumn, type ImportRow, type ImportTable, readTable } from './table.ts';

/** What the rules must know of the plant the file is for. */
export interface ImportGround {
  readonly site: SiteId;
  /** Equipment in use on the site. */
  readonly assets: readonly Asset[];
  /** Numbers of the file that are in use on other sites, in lower case, with the name of that site. */
  readonly elsewhere: ReadonlyMap<string, string>;
  newId(): AssetId;
}

/** What the file would do, or all that is wrong with it. Nothing is written while there is a problem. */
export interface ImportPlan {
  readonly columns: readonly ImportColumn[];
  readonly rows: number;
  readonly problems: readonly ImportProblem[];
  readonly warnings: readonly ImportProblem[];
  /** Parents before children. */
  readonly created: readonly Asset[];
  readonly updated: readonly Asset[];
  readonly unchanged: number;
}

const key = (code: string): string => code.toLowerCase();

/** Numbers a file names, in lower case: to look up which of them other sites use. */
export const codesIn = (table: ImportTable): string[] => [...new Set(readTable(table).rows.map((row) => key(row.cell('code'))))];

/** The rules of an import, the same for the server and for whoever shows the errors: every row is read, nothing stops at the first mistake. */
export function planImport(table: ImportTable, ground: ImportGround): ImportPlan {
  const { columns, rows, problems, warnings } = readTable(table);
  const known = new Map(ground.assets.map((asset) => [key(asset.code), asset]));
  const reader: Reader = { ground, known, columns, language: table.language, ids: new Map() };
  const named = firstOfEach(rows);
  for (const code of named.keys()) reader.ids.set(code, known.get(code)?.id ?? ground.newId());
  const read = rows.map((row) => readRow(row, reader, named));
  const drafts = read.flatMap(({ asset, row }) => (asset === null ? [] : [{ asset, row }]));
  const found = [...problems, ...read.flatMap((one) => one.problems), ...placeProblems(drafts, ground)];
  const changed = drafts.map(({ asset }) => asset).filter((asset) => !isSame(asset, known.get(key(asset.code))));
  const isNew = ({ code }: Asset) => !known.has(key(code));
  return {
    columns,
    rows: rows.length,
    problems: inOrder(found),
    warnings: inOrder([...warnings, ...serialWarnings(rows)]),
    created: parentsFirst(changed.filter(isNew)),
    updated: changed.filter((asset) => !isNew(asset)),
    unchanged: drafts.length - changed.length,
  };
}

interface Reader {
  readonly ground: ImportGround;
  readonly known: ReadonlyMap<string, Asset>;
  readonly columns: readonly ImportColumn[];
  readonly language: Language;
  /** Id of every number the file names. */
  readonly ids: Map<string, AssetId>;
}

function firstOfEach(rows: readonly ImportRow[]): Map<string, ImportRow> {
  const first = new Map<string, ImportRow>();
  for (const row of rows) {
    const code = key(row.cell('code'));
    if (code !== '' && !first.has(code)) first.set(code, row);
  }
  return first;
}

interface ReadRow {
  readonly row: ImportRow;
  readonly asset: Asset | null;
  readonly problems: readonly ImportProblem[];
}

function readRow(row: ImportRow, reader: Reader, named: ReadonlyMap<string, ImportRow>): ReadRow {
  const { ground, known, ids } = reader;
  const code = row.cell('code');
  const before = known.get(key(code));
  const id = ids.get(key(code));
  const problems = [...codeProblems(row, ground, named), ...lengthProblems(row)];
  const type = row.cell('type') === '' ? (before?.type ?? null) : typeOf(row.cell('type'));
  if (type === null) problems.push(...(row.cell('type') === '' ? emptyCell(row, 'type') : [{ ...row.at('type'), code: 'unknown_type' as const }]));
  const parent = parentIn(row, reader, before);
  if (parent === undefined) problems.push({ ...row.at('parent'), code: 'unknown_parent' });
  const position = readPosition(row.cell('position'), before?.position ?? row.line - 1);
  if (position === null) problems.push({ ...row.at('position'), code: 'not_a_number' });
  const attributes = readAttributes(row, reader, before?.attributes ?? {});
  problems.push(...attributes.problems);
  if (problems.length > 0 || id === undefined || type === null || parent === undefined || position === null) return { row, asset: null, problems };
  const serial = row.cell('serial') || before?.serial;
  const draft = { id, site: ground.site, parent, type, position, attributes: attributes.values };
  const name = row.cell('name') || before?.name || nameOfCode(code);
  return { row, asset: { ...draft, name, code: before?.code ?? code, ...(serial === undefined ? {} : { serial }) }, problems };
}

/** A column that is missing altogether is said once, for the file, and not again on every line. */
function emptyCell(row: ImportRow, field: 'code' | 'type'): ImportProblem[] {
  const at = row.at(field);
  return at.column === null ? [] : [{ ...at, code: 'empty' }];
}

function codeProblems(row: ImportRow, { elsewhere }: ImportGround, named: ReadonlyMap<string, ImportRow>): ImportProblem[] {
  const code = key(row.cell('code'));
  if (code === '') return emptyCell(row, 'code');
  const first = named.get(code);
  const site = elsewhere.get(code);
  return [
    ...(first === undefined || first === row ? [] : [{ ...row.at('code'), code: 'duplicate_code' as const, other: first.line }]),
    ...(site === undefined ? [] : [{ ...row.at('code'), code: 'code_elsewhere' as const, other: site }]),
  ];
}

const LONGEST = { code: MOST_CODE, name: 200, serial: 100 } as const;

function lengthProblems(row: ImportRow): ImportProblem[] {
  const fields = ['code', 'name', 'serial'] as const;
  return fields.filter((field) => row.cell(field).length > LONGEST[field]).map((field) => ({ ...row.at(field), code: 'too_long' as const }));
}

/** Undefined: it names a parent that is neither in the file nor on the site. */
function parentIn(row: ImportRow, { known, ids }: Reader, before: Asset | undefined): AssetId | null | undefined {
  const code = key(row.cell('parent'));
  return code === '' ? (before?.parent ?? null) : (ids.get(code) ?? known.get(code)?.id);
}

function readPosition(cell: string, otherwise: number): number | null {
  if (cell === '') return otherwise;
  return /^\d{1,9}$/.test(cell) ? Number(cell) : null;
}

function readAttributes(row: ImportRow, { columns, language }: Reader, before: Asset['attributes']) {
  const values: Record<string, string> = { ...before };
  const problems: ImportProblem[] = [];
  for (const { field } of columns) {
    if (!field?.startsWith('attributes.')) continue;
    const name = field.slice('attributes.'.length);
    const reading = readAttribute(name, row.cell(field), language);
    if (reading.kind === 'value') values[name] = reading.value;
    if (reading.kind === 'problem') problems.push({ ...row.at(field), code: reading.problem });
  }
  return { values, problems };
}

function placeProblems(drafts: readonly { asset: Asset; row: ImportRow }[], { assets }: ImportGround): ImportProblem[] {
  const after = new Map([...assets, ...drafts.map(({ asset }) => asset)].map((asset) => [asset.id, asset]));
  const parentOf = (id: AssetId): Asset | null => {
    const parent = after.get(id)?.parent ?? null;
    return parent === null ? null : (after.get(parent) ?? null);
  };
  return drafts.flatMap(({ asset, row }) => {
    const code: ImportCode | null = placeProblem(asset, { parentOf });
    return code === null ? [] : [{ ...row.at('parent'), code }];
  });
}

function serialWarnings(rows: readonly ImportRow[]): ImportProblem[] {
  const first = new Map<string, number>();
  return rows.flatMap((row) => {
    const serial = key(row.cell('serial'));
    const other = first.get(serial);
    if (serial !== '' && other === undefined) first.set(serial, row.line);
    return serial === '' || other === undefined ? [] : [{ ...row.at('serial'), code: 'duplicate_serial' as const, other }];
  });
}

function isSame(asset: Asset, before: Asset | undefined): boolean {
  if (before === undefined) return false;
  const entries = (one: Asset) => JSON.stringify(Object.entries(one.attributes).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const plain = ({ parent, type, name, serial = '', position }: Asset) => JSON.stringify([parent, type, name, serial, position]);
  return plain(asset) === plain(before) && entries(asset) === entries(before);
}

/** A parent that is new stands before what hangs below it. */
function parentsFirst(assets: readonly Asset[]): Asset[] {
  const left = new Map(assets.map((asset) => [asset.id, asset]));
  const ordered: Asset[] = [];
  const take = (asset: Asset): void => {
    if (!left.delete(asset.id)) return;
    const parent = asset.parent === null ? undefined : left.get(asset.parent);
    if (parent !== undefined) take(parent);
    ordered.push(asset);
  };
  for (const asset of assets) take(asset);
  return ordered;
}
