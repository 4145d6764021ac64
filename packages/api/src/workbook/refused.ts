import type { FileRefusal } from '@heliograph/domain/import/xlsform';

/** Thrown deep inside a reader, caught where the report is written. */
export class FileRefused extends Error {
  readonly code: FileRefusal;
  constructor(code: FileRefusal) {
    super(code);
    this.code = code;
  }
}
