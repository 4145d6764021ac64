import { readXlsform, refusedFile, type XlsformOptions, type XlsformReport } from '@heliograph/domain/import/xlsform';
import { readWorkbook } from './read-workbook.ts';
import { FileRefused } from './refused.ts';

/** What a file would become, or why it cannot be opened. Costs what the file costs: the server asks `openXlsform`. */
export async function reportOn(bytes: Buffer, { name, ...options }: XlsformOptions & { readonly name: string }): Promise<XlsformReport> {
  try {
    return readXlsform(await readWorkbook(bytes, name), options);
  } catch (error) {
    if (error instanceof FileRefused) return refusedFile(error.code, name);
    throw error;
  }
}
