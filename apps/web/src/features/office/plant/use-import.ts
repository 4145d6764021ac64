'use client';

import type { SiteId } from '@heliograph/domain';
import { useState } from 'react';
import { RpcError } from '../../../platform/rpc.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { type ImportResult, importAssets, type Progress } from './import-stream.ts';

export type ImportState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'running'; readonly file: File; readonly progress: Progress }
  /** Looked at, and nothing written. */
  | { readonly kind: 'checked'; readonly file: File; readonly result: ImportResult }
  | { readonly kind: 'done'; readonly file: File; readonly result: ImportResult }
  | { readonly kind: 'refused'; readonly file: File; readonly refused: RpcError };

/** A file on its way into the plant: looked at first, then written against what was looked at. */
export function useImport(site: SiteId) {
  const utils = trpc.useUtils();
  const [state, setState] = useState<ImportState>({ kind: 'empty' });
  const run = async (file: File, basis?: number) => {
    const isDry = basis === undefined;
    const onProgress = (progress: Progress) => setState({ kind: 'running', file, progress });
    onProgress({ phase: 'read', done: 0, total: 0 });
    try {
      const result = await importAssets({ site, file, isDry, basis, onProgress });
      if (result.isDone) await utils.invalidate();
      setState({ kind: result.isDone ? 'done' : 'checked', file, result });
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
      setState({ kind: 'refused', file, refused: error });
    }
  };
  return { state, check: (file: File) => void run(file), write: (file: File, basis: number) => void run(file, basis) };
}
