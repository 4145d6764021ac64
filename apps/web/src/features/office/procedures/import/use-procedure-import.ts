'use client';

import { useState } from 'react';
import { useLanguage } from '../../../../platform/preferences.ts';
import { RpcError } from '../../../../platform/rpc.ts';
import { trpc } from '../../../../platform/trpc.tsx';
import { type Brought, sendProcedure } from './send-procedure.ts';

/** What is said beside a form, because a spreadsheet has no place for it. */
export interface Beside {
  readonly category: string;
  readonly equipment: string;
}

export type ImportState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'running'; readonly file: File }
  /** Looked at, and nothing made. */
  | { readonly kind: 'checked'; readonly file: File; readonly brought: Brought }
  | { readonly kind: 'done'; readonly file: File; readonly slug: string }
  | { readonly kind: 'refused'; readonly file: File; readonly refused: RpcError };

/** A file on its way to becoming a draft: looked at first, then made of what was looked at. */
export function useProcedureImport() {
  const utils = trpc.useUtils();
  const language = useLanguage();
  const [state, setState] = useState<ImportState>({ kind: 'empty' });
  const run = async (file: File, isDry: boolean, beside: Beside) => {
    setState({ kind: 'running', file });
    try {
      const brought = await sendProcedure({ file, isDry, language, ...beside });
      const { slug } = brought.result;
      if (slug !== null) await utils.invalidate();
      setState(slug === null ? { kind: 'checked', file, brought } : { kind: 'done', file, slug });
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
      setState({ kind: 'refused', file, refused: error });
    }
  };
  return {
    state,
    check: (file: File) => void run(file, true, { category: '', equipment: '' }),
    make: (file: File, beside: Beside) => void run(file, false, beside),
  };
}
