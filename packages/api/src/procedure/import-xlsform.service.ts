import { type Language, type Localized, refuse } from '@heliograph/domain';
import type { XlsformFinding, XlsformReport } from '@heliograph/domain/import/xlsform';
import type { Doer } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { LIMITS } from '../workbook/limits.ts';
import { openXlsform } from '../workbook/open-xlsform.ts';
import { createUnder } from './create-under.ts';

export interface ImportXlsform {
  readonly bytes: Uint8Array;
  /** The file's name. */
  readonly name: string;
  /** Says what would become of it and makes nothing. */
  readonly dryRun: boolean;
  /** Of words that the form assigns to none. */
  readonly language: Language;
  readonly category?: string | undefined;
  readonly equipment?: readonly string[] | undefined;
}

export interface XlsformResult extends Pick<XlsformReport, 'format' | 'sheets' | 'questions'> {
  readonly dryRun: boolean;
  /** Whether it can be made a draft of at all. */
  readonly isSound: boolean;
  /** The draft that was made; null in a dry run and where the workbook is refused. */
  readonly slug: string | null;
  readonly title: Localized | null;
  readonly steps: number;
  /** The gravest first, the first thousand. */
  readonly findings: readonly XlsformFinding[];
  readonly findingCount: number;
}

const MOST_TOLD = 1000;

/**
 * Brings in a form in the XLSForm standard: a draft in one piece, or nothing, and in either case every finding by sheet and row.
 * @throws AppError TOO_LARGE
 */
export async function importXlsform({ db, now }: Pick<Deps, 'db' | 'now'>, doer: Doer, { dryRun, ...sent }: ImportXlsform): Promise<XlsformResult> {
  if (sent.bytes.byteLength > LIMITS.file) refuse('TOO_LARGE', { limit: LIMITS.file });
  const { report } = await openXlsform(sent);
  const { draft, findings, format, sheets, questions } = report;
  const made = dryRun || draft === null ? null : await createUnder({ db, now }, doer, draft);
  return {
    ...{ dryRun, format, sheets, questions, isSound: draft !== null, slug: made?.slug ?? null, title: draft?.title ?? null },
    ...{ steps: draft?.steps.length ?? 0, findings: findings.slice(0, MOST_TOLD), findingCount: findings.length },
  };
}
