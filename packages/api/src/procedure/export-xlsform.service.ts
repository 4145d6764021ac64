import { refuse } from '@heliograph/domain';
import { type Loss, writeXlsform } from '@heliograph/domain/export/xlsform';
import { procedureDraftSchema } from '@heliograph/domain/procedure/draft';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { writeXlsx } from '../workbook/write-xlsx.ts';
import { type Named, sourceOf } from './procedure-file.service.ts';

export interface ExportedForm {
  /** The file's name. */
  readonly name: string;
  /** The workbook, in base64. */
  readonly file: string;
  /** What the procedure says and a form cannot. */
  readonly losses: readonly Loss[];
}

/** A procedure as a form in the XLSForm standard, for other tools. @throws AppError NOT_FOUND, NOT_ALLOWED, INVALID `newer` */
export async function exportXlsform({ db }: Pick<Deps, 'db'>, actor: Actor, named: Named): Promise<ExportedForm> {
  const draft = procedureDraftSchema.safeParse((await sourceOf({ db }, actor, named)).content);
  if (!draft.success) return refuse('INVALID', { reason: 'newer' });
  const { sheets, losses } = writeXlsform(draft.data);
  return { name: `${draft.data.slug}.xlsx`, file: writeXlsx(sheets).toString('base64'), losses };
}
