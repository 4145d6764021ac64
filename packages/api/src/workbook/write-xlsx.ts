import { utils, write } from '@e965/xlsx';

/** A workbook of text: every cell is a text, so that one that begins like a formula stays what it is. */
export function writeXlsx(sheets: readonly { readonly name: string; readonly rows: readonly (readonly string[])[] }[]): Buffer {
  const book = utils.book_new();
  for (const { name, rows } of sheets) utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true });
}
