'use client';

import type { AssetId } from '@heliograph/domain';
import { type AnalysisId, type AnalysisSummary, type AnalysisView, analysisIdSchema, isUnderWay } from '@heliograph/domain/vision';
import type { Analyses, QueuedAnalysis } from '@heliograph/offline';
import { useCallback, useEffect, useState } from 'react';
import { useField } from '../../platform/field-context.tsx';
import { useReadable } from '../../platform/readable.ts';
import { query, RpcError } from '../../platform/rpc.ts';
import { phoneAnalyses } from './phone-analyses.ts';
import { lookNow } from './waiting-analyses.ts';

/** How often an answer under way is looked for while somebody watches, ms. */
const WATCH_MS = 3000;

export function usePhoneAnalyses(): Analyses {
  const { org, user } = useField().identity;
  return phoneAnalyses({ org: org.id, user: user.id });
}

/** What waits on this phone; undefined until the disk has answered. */
export const useQueuedAnalyses = (): readonly QueuedAnalysis[] | undefined => useReadable(usePhoneAnalyses().queued);

/** `stale`: as this phone saw it last. */
interface Listed {
  readonly items: readonly AnalysisSummary[];
  readonly isStale: boolean;
}

/** Which ones: of an equipment, or one's own. */
interface Filter {
  readonly assetId?: AssetId;
  readonly mine?: boolean;
}

/** Analyses as the server lists them, else those this phone has seen; undefined while nobody knows. */
export function useAnalysisList({ assetId, mine }: Filter): Listed | undefined {
  const analyses = usePhoneAnalyses();
  // One that left the line has an answer: the list is read anew.
  const waiting = useQueuedAnalyses()?.length;
  const [listed, set] = useState<Listed>();
  useEffect(() => {
    let isGone = false;
    const filter = { ...(assetId === undefined ? {} : { assetId }), ...(mine === undefined ? {} : { mine }) };
    void read(analyses, filter).then((found) => isGone || set(found));
    return () => {
      isGone = true;
    };
  }, [analyses, assetId, mine, waiting]);
  return listed;
}

async function read(analyses: Analyses, filter: Filter): Promise<Listed> {
  try {
    return { items: (await query('vision.list', { limit: 20, ...filter })).items, isStale: false };
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
    const kept = (await analyses.recents().catch(() => [])).map(({ value }) => viewOf(value));
    return { items: kept.filter(({ asset }) => filter.assetId === undefined || asset?.id === filter.assetId), isStale: true };
  }
}

// Written by this app from what the server answered.
export const viewOf = (value: unknown): AnalysisView => value as AnalysisView;

/** One analysis. `queued`: it waits on this phone. `unread`: neither this phone nor the server knows it, or nobody answered. */
export interface OneAnalysis {
  readonly queued: QueuedAnalysis | null;
  readonly view: AnalysisView | null;
  readonly unread: RpcError | null;
  load(): Promise<void>;
}

/** From this phone at once, then from the server, and again while its answer is under way; undefined until the disk has answered. */
export function useAnalysis(id: AnalysisId): OneAnalysis | undefined {
  const analyses = usePhoneAnalyses();
  const line = useQueuedAnalyses();
  const queued = line?.find((one) => one.id === id) ?? null;
  const [{ view, unread }, set] = useState<Pick<OneAnalysis, 'view' | 'unread'>>({ view: null, unread: null });
  const isAsked = queued?.isAsked;
  const load = useCallback(async () => {
    try {
      const read = await query('vision.get', { id });
      set({ view: read, unread: null });
      await analyses.keep({ id, movedAt: read.askedAt, value: read }).catch(() => undefined);
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
      set((before) => ({ ...before, unread: error }));
    }
  }, [analyses, id]);
  useEffect(() => {
    void analyses
      .recent(id)
      .catch(() => undefined)
      .then((kept) => kept !== undefined && set((before) => (before.view === null ? { ...before, view: viewOf(kept.value) } : before)));
  }, [analyses, id]);
  useEffect(() => {
    // Before it was asked there is nothing to read; once it has left the line, its answer is there.
    if (line !== undefined && isAsked !== false) void load();
  }, [load, line === undefined, isAsked]);
  const isWatched = view !== null && isUnderWay(view.state);
  useEffect(() => {
    if (!isWatched) return;
    const timer = setInterval(() => {
      lookNow();
      void load();
    }, WATCH_MS);
    return () => clearInterval(timer);
  }, [isWatched, load]);
  return line === undefined ? undefined : { queued, view, unread, load };
}

export const readId = (id: string): AnalysisId | null => analysisIdSchema.safeParse(id).data ?? null;
