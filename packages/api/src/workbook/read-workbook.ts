import { markdownRows, stackedSheets, type Workbook } from '@heliograph/domain/import/xlsform';
import { readFile } from '../asset/read-file.ts';
import { LIMITS } from './limits.ts';
import { FileRefused } from './refused.ts';
import { readXlsx } from './xlsx.ts';

const ZIP = Buffer.from('504b0304', 'hex');
const EMPTY_ZIP = Buffer.from('504b0506', 'hex');
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** Excel puts an encrypted workbook as a whole into a file of the old kind, under this name. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * Opens a file of rows by what is in it, whatever its name says.
 * @param name of the file
 * @throws FileRefused
 */
export async function readWorkbook(bytes: Buffer, name: string): Promise<Workbook> {
  if (bytes.length > LIMITS.file) throw new FileRefused('file_too_large');
  const title = name.replace(/\.[A-Za-z]{1,5}$/, '').trim();
  if (begins(bytes, ZIP) || begins(bytes, EMPTY_ZIP)) return { format: 'xlsx', name: title, sheets: await readXlsx(bytes) };
  if (begins(bytes, COMPOUND)) {
    if (bytes.includes(ENCRYPTED)) throw new FileRefused('file_protected');
    // Rare, and its reader weighs more than all the rest.
    const { readXls } = await import('./xls.ts');
    return { format: 'xls', name: title, sheets: readXls(bytes) };
  }
  return { name: title, ...textWorkbook(bytes) };
}

const begins = (bytes: Buffer, magic: Buffer): boolean => bytes.subarray(0, magic.length).equals(magic);

/** Tables as text. Bytes that no text has are another kind of file. */
function textWorkbook(bytes: Buffer): Pick<Workbook, 'format' | 'sheets'> {
  const { encoding, table, problem } = readFile(bytes);
  const isText = !bytes.includes(0) || encoding.startsWith('utf-16');
  if (bytes.length === 0 || !isText || bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new FileRefused('file_unknown');
  const text = new TextDecoder(encoding).decode(bytes);
  if (/^\s*\|/.test(text)) return { format: 'markdown', sheets: stackedSheets(markdownRows(text)) };
  if (problem !== null) throw new FileRefused('file_broken');
  return { format: 'csv', sheets: stackedSheets(table.rows.map(({ line, cells }) => ({ row: line, cells }))) };
}
