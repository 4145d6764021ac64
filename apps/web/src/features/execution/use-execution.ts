'use client';

import {
  type AssessedPlace,
  type Assessment,
  type AssetContext,
  assess,
  assetTree,
  contextOf,
  type ExecutionId,
  type ExecutionState,
  executionIdSchema,
  type Gate,
  gateAt,
  type ProcedureContent,
  type ProcedureHash,
  readProcedure,
  type Site,
  type UserId,
} from '@heliograph/domain';
import { useMemo } from 'react';
import { useField } from '../../platform/field-context.tsx';
import { cell, useReadable } from '../../platform/readable.ts';

/** One execution with everything a screen needs to show or fill it, all from this phone. */
export interface OpenExecution {
  readonly x: ExecutionId;
  readonly state: ExecutionState;
  readonly content: ProcedureContent;
  readonly hash: ProcedureHash;
  readonly assessment: Assessment;
  readonly asset: AssetContext | null;
  readonly site: Site | null;
  gate(place: AssessedPlace): Gate | null;
  nameOf(user: UserId): string | null;
}

export type ExecutionView =
  | { readonly kind: 'reading' }
  | { readonly kind: 'unknown' }
  /** The record is here, the version it pins is not (decision 9). */
  | { readonly kind: 'no_procedure' }
  | { readonly kind: 'open'; readonly execution: OpenExecution };

const none = cell<unknown>(undefined);

export function useExecution(id: string): ExecutionView {
  const parsed = executionIdSchema.safeParse(id);
  const { view } = useField();
  const state = useReadable(view.execution(parsed.success ? parsed.data : (id as ExecutionId)));
  const start = state?.start?.p;
  const raw = useReadable(start === undefined ? none : view.procedure(start.procedure));
  const content = useMemo(() => (raw === undefined || raw === null ? null : readProcedure(raw)), [raw]);
  const plant = usePlant();
  const confirmed = useConfirmed(start?.procedure);
  const held = useField().identity.certifications;
  return useMemo((): ExecutionView => {
    if (!parsed.success) return { kind: 'unknown' };
    if (state === undefined || plant === undefined) return { kind: 'reading' };
    if (start === undefined) return { kind: 'unknown' };
    if (raw === undefined) return { kind: 'reading' };
    if (content === null) return { kind: 'no_procedure' };
    const asset = start.asset === undefined ? null : plant.context(start.asset);
    const site = plant.sites.find(({ id: site }) => site === start.site) ?? null;
    const assessment = assess({ content, state, asset, assets: plant.context, confirmed });
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: site?.timeZone ?? 'UTC' }).format(Date.now());
    const gate = (place: AssessedPlace) => gateAt(place, { content, state, assessment, held, today });
    return {
      kind: 'open',
      execution: { x: parsed.data, state, content, hash: start.procedure, assessment, asset, site, gate, nameOf: plant.nameOf },
    };
  }, [parsed.success, parsed.data, state, plant, start, raw, content, confirmed, held]);
}

interface Plant {
  readonly sites: readonly Site[];
  context(id: Parameters<typeof contextOf>[1]): AssetContext | null;
  nameOf(user: UserId): string | null;
}

function usePlant(): Plant | undefined {
  const { view, identity } = useField();
  const sites = useReadable(view.refs('site'));
  const assets = useReadable(view.refs('asset'));
  const people = useReadable(view.refs('person'));
  return useMemo(() => {
    if (sites === undefined || assets === undefined || people === undefined) return undefined;
    const tree = assetTree(assets);
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return {
      sites,
      context: (id) => contextOf(tree, id),
      nameOf: (user) => names.get(user) ?? (user === identity.user.id ? identity.user.name : null),
    };
  }, [sites, assets, people, identity]);
}

function useConfirmed(hash: ProcedureHash | undefined): ReadonlySet<string> {
  const { view } = useField();
  const confirmations = useReadable(view.refs('confirmation'));
  return useMemo(() => new Set(confirmations?.filter((one) => one.hash === hash).map(({ step }) => step) ?? []), [confirmations, hash]);
}
