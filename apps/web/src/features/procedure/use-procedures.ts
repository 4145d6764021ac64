'use client';

import type { ProcedureContent, ProcedureHash } from '@heliograph/domain';
import type { Ref } from '@heliograph/offline';
import { useMemo, useRef } from 'react';
import { useField, useRefs } from '../../platform/field-context.tsx';
import { heldFrom } from '../../platform/held-procedure.ts';
import { useEach } from './use-each.ts';

export type Contents = ReadonlyMap<ProcedureHash, ProcedureContent | null>;

/** Several versions, each null where it is not on this phone or takes a newer app to read; undefined until the disk has answered. */
export function useContents(hashes: readonly ProcedureHash[]): Contents | undefined {
  const { view } = useField();
  const wanted = useSame([...new Set(hashes)]);
  const raws = useEach(useMemo(() => wanted.map((hash) => view.procedure(hash)), [wanted, view]));
  return useMemo(() => {
    if (raws.includes(undefined)) return undefined;
    return new Map(wanted.map((hash, at) => [hash, contentOf(raws[at])]));
  }, [raws, wanted]);
}

function contentOf(raw: unknown): ProcedureContent | null {
  const held = heldFrom(raw);
  return held?.kind === 'here' ? held.content : null;
}

/** The same list while it names the same versions. */
function useSame(hashes: readonly ProcedureHash[]): readonly ProcedureHash[] {
  const names = hashes.join(' ');
  return useMemo(() => hashes, [names]);
}

export interface ListedProcedure {
  readonly ref: Ref<'procedure'>;
  /** Null while it cannot be read on this phone. */
  readonly content: ProcedureContent | null;
}

/**
 * The organisation's library as this phone knows it; undefined until the disk has answered for the first time. When a version joins it, the list
 * as it was stays until the new one was read whole: a list that goes away for a moment takes the tap that was meant for it along.
 */
export function useLibrary(): readonly ListedProcedure[] | undefined {
  const refs = useRefs('procedure');
  const contents = useContents(refs?.map(({ hash }) => hash) ?? []);
  const library = useMemo(() => {
    if (refs === undefined || contents === undefined) return undefined;
    return refs.map((ref) => ({ ref, content: contents.get(ref.hash) ?? null }));
  }, [refs, contents]);
  return useLastKnown(library);
}

/** What was known last, while it is read anew; undefined until it was known for the first time. */
export function useLastKnown<Value>(value: Value | undefined): Value | undefined {
  const known = useRef<Value | undefined>(undefined);
  if (value !== undefined) known.current = value;
  return known.current;
}
