'use client';

import type { ProcedureHash } from '@heliograph/domain';
import { procedureDraftSchema } from '@heliograph/domain/procedure/draft';
import { trpc } from '../../../../platform/trpc.tsx';
import { refusalIn } from '../../shared/refusal.ts';
import { type SheetContent, sheetContent } from './sheet-content.ts';

export type Named = { readonly hash: ProcedureHash } | { readonly slug: string };

/** A procedure as it is printed: a version with its number, or a draft. */
export interface Sheet {
  /** Null: not even its frame can be understood by this build. */
  readonly content: SheetContent | null;
  readonly version: { readonly number: number; readonly hash: ProcedureHash } | null;
}

/** The version that is named; of a code the newest one, and where nothing was published yet the draft. */
export function useSheet(named: Named): { readonly sheet: Sheet | null; readonly error: unknown; readonly retry: () => void } {
  const version = trpc.procedure.get.useQuery(named, { retry: false });
  const isUnpublished = 'slug' in named && version.error !== null && refusalIn(version.error).code === 'NOT_FOUND';
  const draft = trpc.procedure.draft.useQuery({ slug: 'slug' in named ? named.slug : '' }, { enabled: isUnpublished });
  const retry = () => void Promise.all([version.refetch(), ...(isUnpublished ? [draft.refetch()] : [])]);
  const error = isUnpublished ? draft.error : version.error;
  if (version.data !== undefined) {
    const { number, hash, content } = version.data;
    return { sheet: { content: sheetContent(content), version: { number, hash } }, error: null, retry };
  }
  return { sheet: draft.data === undefined ? null : { content: procedureDraftSchema.parse(draft.data.document), version: null }, error, retry };
}
