import type { ErrorCode, ErrorDetails, Language } from '@heliograph/domain';
import { type Output, RpcError } from '../../../../platform/rpc.ts';

export type XlsformResult = Output<'procedure.importXlsform'>;
export type FileResult = Output<'procedure.import'>;
/** What became, or would become, of a file: of a form in a spreadsheet, or of our own. */
export type Brought = { readonly kind: 'xlsform'; readonly result: XlsformResult } | { readonly kind: 'procedure'; readonly result: FileResult };

export interface Wish {
  readonly file: File;
  readonly isDry: boolean;
  /** Of words that the form assigns to none. */
  readonly language: Language;
  readonly category: string;
  readonly equipment: string;
}

/** Sends a file to the door for its kind. Throws `RpcError`. */
export async function sendProcedure({ file, isDry, language, category, equipment }: Wish): Promise<Brought> {
  const kind = /\.json$/i.test(file.name) ? 'procedure' : 'xlsform';
  const form = new FormData();
  form.set('file', file);
  form.set('dryRun', String(isDry));
  form.set('language', language);
  if (category !== '') form.set('category', category);
  if (equipment !== '') form.set('equipment', equipment);
  const response = await fetch(`/api/import/${kind}`, { method: 'POST', body: form, redirect: 'error' }).catch(() => null);
  if (response === null) throw new RpcError('UNREACHED');
  if (!response.ok) throw await refusalOf(response);
  // What the door writes.
  return { kind, result: await response.json() } as Brought;
}

async function refusalOf(response: Response): Promise<RpcError> {
  const answer: { error?: { data?: { code?: ErrorCode; details?: ErrorDetails } } } | null = await response.json().catch(() => null);
  const { code, details } = answer?.error?.data ?? {};
  return code === undefined ? new RpcError('UNREACHED') : new RpcError(code, details);
}
