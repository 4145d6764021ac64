import type { CellTrouble, WorkbookRow, WorkbookSheet } from '@heliograph/domain/import/xlsform';
import { isRead, LIMITS } from './limits.ts';
import { FileRefused } from './refused.ts';
import { readXml } from './xml.ts';
import { Zip } from './zip.ts';

/** The sheets of a workbook as Excel of today writes it. @throws FileRefused */
export async function readXlsx(bytes: Buffer): Promise<readonly WorkbookSheet[]> {
  const zip = new Zip(bytes);
  const book = 'xl/workbook.xml';
  if (!zip.has(book)) throw new FileRefused('file_unknown');
  const [sheets, targets] = [await sheetsOf(zip, book), await targetsOf(zip, 'xl/_rels/workbook.xml.rels')];
  const strings = zip.has('xl/sharedStrings.xml') ? await stringsOf(zip, 'xl/sharedStrings.xml') : [];
  const read: WorkbookSheet[] = [];
  for (const { name, id } of sheets) {
    const part = targets.get(id);
    const path = part === undefined ? '' : part.startsWith('/') ? part.slice(1) : `xl/${part}`;
    read.push(isRead(name) ? { name, ...(await sheetOf(zip, path, strings)) } : { name, rows: [], troubles: [] });
  }
  return read;
}

async function sheetsOf(zip: Zip, path: string): Promise<readonly { readonly name: string; readonly id: string }[]> {
  const sheets: { name: string; id: string }[] = [];
  await readXml(zip.read(path, LIMITS.smallPart), {
    open: (tag, attributes) => {
      if (tag === 'sheet') sheets.push({ name: attributes['name'] ?? '', id: attributes['r:id'] ?? attributeEnding(attributes, ':id') });
    },
  });
  return sheets;
}

const attributeEnding = (attributes: Readonly<Record<string, string>>, ending: string): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(ending))?.[1] ?? '';

async function targetsOf(zip: Zip, path: string): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>();
  await readXml(zip.read(path, LIMITS.smallPart), {
    open: (tag, attributes) => {
      if (tag === 'Relationship') targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '');
    },
  });
  return targets;
}

/** Texts that many cells share. Phonetic readings beside them are not part of them. */
async function stringsOf(zip: Zip, path: string): Promise<readonly string[]> {
  const strings: string[] = [];
  let [text, isText, isPhonetic, length] = ['', false, false, 0];
  await readXml(zip.read(path, LIMITS.strings), {
    open: (tag) => {
      if (tag === 'si') text = '';
      isText = tag === 't';
      if (tag === 'rPh') isPhonetic = true;
    },
    text: (piece) => {
      if (isText && !isPhonetic) text += piece;
    },
    close: (tag) => {
      if (tag === 't') isText = false;
      if (tag === 'rPh') isPhonetic = false;
      if (tag !== 'si') return;
      length += text.length;
      if (length > LIMITS.characters) throw new FileRefused('file_too_large');
      strings.push(text);
    },
  });
  return strings;
}

interface Cell {
  readonly column: number;
  readonly type: string;
  hasFormula: boolean;
  value: string | null;
}

/** Rows of one sheet. Empty ones cost a moment each and no memory. */
async function sheetOf(zip: Zip, path: string, strings: readonly string[]): Promise<Omit<WorkbookSheet, 'name'>> {
  const sheet = new SheetReader(strings);
  await readXml(zip.read(path, LIMITS.sheet), sheet);
  return sheet.result();
}

class SheetReader {
  readonly #strings: readonly string[];
  readonly #rows: WorkbookRow[] = [];
  readonly #troubles: CellTrouble[] = [];
  #row = 0;
  #cells: string[] = [];
  #cell: Cell | null = null;
  #takes = false;
  #isPhonetic = false;
  #lastFilled = 0;
  #characters = 0;
  #cutAt: number | undefined;
  #emptyFrom: number | undefined;

  constructor(strings: readonly string[]) {
    this.#strings = strings;
  }

  isDone = (): boolean => this.#cutAt !== undefined || this.#emptyFrom !== undefined;

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (tag === 'row') {
      this.#row = Number(attributes['r'] ?? this.#row + 1);
      this.#cells = [];
    } else if (tag === 'c') {
      this.#cell = {
        column: columnOf(attributes['r'] ?? '', this.#cell?.column ?? -1),
        type: attributes['t'] ?? 'n',
        hasFormula: false,
        value: null,
      };
    } else if (tag === 'f' && this.#cell !== null) this.#cell.hasFormula = true;
    else if (tag === 'rPh') this.#isPhonetic = true;
    this.#takes = (tag === 'v' || tag === 't') && this.#cell !== null;
    if (this.#takes && this.#cell !== null) this.#cell.value ??= '';
  }

  text(piece: string): void {
    if (this.#takes && !this.#isPhonetic && this.#cell !== null) this.#cell.value += piece;
  }

  close(tag: string): void {
    if (tag === 'v' || tag === 't') this.#takes = false;
    else if (tag === 'rPh') this.#isPhonetic = false;
    else if (tag === 'c') this.#keepCell();
    else if (tag === 'row') this.#keepRow();
  }

  #keepCell(): void {
    const cell = this.#cell;
    if (cell === null) return;
    const { column, type, value, hasFormula } = cell;
    const trouble = (code: CellTrouble['code']) => this.#troubles.push({ row: this.#row, column: column + 1, code, value: value ?? '' });
    if (value === null) return void (hasFormula && trouble('formula_without_value'));
    if (type === 'e') return void trouble('error_value');
    const text = textOf(type, value, this.#strings);
    if (text.trim() === '') return;
    this.#characters += text.length;
    if (this.#characters > LIMITS.characters) throw new FileRefused('file_too_large');
    if (column >= LIMITS.columns) trouble('too_far_right');
    else this.#cells[column] = text;
  }

  #keepRow(): void {
    this.#cell = null;
    if (this.#cells.length === 0) {
      if (this.#row - this.#lastFilled > LIMITS.emptyRows) this.#emptyFrom = this.#lastFilled + 1;
      return;
    }
    this.#lastFilled = this.#row;
    if (this.#rows.length >= LIMITS.rows) this.#cutAt ??= this.#row;
    else this.#rows.push({ row: this.#row, cells: Array.from(this.#cells, (cell) => cell ?? '') });
  }

  result = (): Omit<WorkbookSheet, 'name'> => ({
    rows: this.#rows,
    troubles: this.#troubles.slice(0, LIMITS.troubles),
    ...(this.#cutAt === undefined ? {} : { cutAt: this.#cutAt }),
    ...(this.#emptyFrom === undefined ? {} : { emptyFrom: this.#emptyFrom }),
  });
}

function textOf(type: string, value: string, strings: readonly string[]): string {
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  // Excel writes 0.1 as the nearest of its floats; people typed 0.1.
  return type === 'n' && value.trim() !== '' && Number.isFinite(Number(value)) ? String(Number(value)) : value;
}

/** `AB12`: 27. Left out, the cell stands to the right of the one before. */
function columnOf(reference: string, before: number): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (letters === undefined) return before + 1;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
