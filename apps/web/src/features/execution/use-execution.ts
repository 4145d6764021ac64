'use client';

import {
  type AssessedPlace,
  type Assessment,
  type Asset,
  type AssetContext,
  assess,
  assetTree,
  contextOf,
  type ExecutionId,
  type ExecutionState,
  executionIdSchema,
  type Gate,
  gateAt,
  type HeldCertification,
  type Payload,
  type ProcedureContent,
  type ProcedureHash,
  type Site,
  type UserId,
} from '@heliograph/domain';
import type { Ref } from '@heliograph/offline';
import { dayIn } from '../../platform/day.ts';
import { useField } from '../../platform/field-context.tsx';
import { heldFrom } from '../../platform/held-procedure.ts';
import type { Identity } from '../../platform/identity.ts';
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

/** What a question about it is attached to. */
export const handOf = ({ x, asset }: Pick<OpenExecution, 'x' | 'asset'>): { execution: ExecutionId; asset?: Asset['id'] } => ({
  execution: x,
  ...(asset === null ? {} : { asset: asset.asset.id }),
});

export type ExecutionView =
  | { readonly kind: 'reading' }
  /** `planned`: given, and begun by nobody yet. */
  | { readonly kind: 'unknown' | 'planned' }
  /** The record is here, the version it pins is not (decision 9). */
  | { readonly kind: 'no_procedure' }
  | { readonly kind: 'open'; readonly execution: OpenExecution };

const none = cell<unknown>(undefined);

export function useExecution(id: string): ExecutionView {
  const parsed = executionIdSchema.safeParse(id);
  const { view, identity } = useField();
  const state = useReadable(view.execution(parsed.success ? parsed.data : (id as ExecutionId)));
  const start = state?.start?.p;
  const procedure = heldFrom(useReadable(start === undefined ? none : view.procedure(start.procedure)));
  const confirmations = useReadable(view.refs('confirmation'));
  const plant = usePlant();
  if (!parsed.success) return { kind: 'unknown' };
  if (state === undefined || plant === undefined) return { kind: 'reading' };
  if (start === undefined) return { kind: state.plan === null ? 'unknown' : 'planned' };
  if (procedure === undefined) return { kind: 'reading' };
  if (procedure.kind !== 'here') return { kind: 'no_procedure' };
  return openView({ x: parsed.data, state, start, content: procedure.content, plant, confirmations, held: identity.certifications });
}

/**
 * Remembers what it made last, for as long as it is given the same. Every step is another screen, which knows nothing of what the one before
 * it had worked out; the run and the plant that they show are the same.
 */
function remembering<Given extends object, Made>(make: (given: Given) => Made): (given: Given) => Made {
  let last: { readonly given: readonly unknown[]; readonly made: Made } | null = null;
  return (given) => {
    const parts = Object.values(given);
    if (last === null || parts.some((part, at) => part !== last?.given[at])) last = { given: parts, made: make(given) };
    return last.made;
  };
}

interface Parts {
  readonly x: ExecutionId;
  readonly state: ExecutionState;
  readonly start: Payload<'start'>;
  readonly content: ProcedureContent;
  readonly plant: Plant;
  readonly confirmations: readonly Ref<'confirmation'>[] | undefined;
  readonly held: readonly HeldCertification[];
}

const openView = remembering(({ x, state, start, content, plant, confirmations, held }: Parts): ExecutionView => {
  const hash = start.procedure;
  const asset = start.asset === undefined ? null : plant.context(start.asset);
  const site = plant.sites.find(({ id }) => id === start.site) ?? null;
  const confirmed = new Set(confirmations?.filter((one) => one.hash === hash).map(({ step }) => step));
  const assessment = assess({ content, state, asset, assets: plant.context, confirmed });
  const gate = (place: AssessedPlace) =>
    gateAt(place, {
      ...{ content, state, assessment, held },
      // Asked for at a hold point alone: the first calendar of a page costs a slow phone a tenth of a second.
      get today() {
        return dayIn(site?.timeZone ?? 'UTC', Date.now());
      },
    });
  return { kind: 'open', execution: { x, state, content, hash, assessment, asset, site, gate, nameOf: plant.nameOf } };
});

interface Plant {
  readonly sites: readonly Site[];
  context(id: Asset['id']): AssetContext | null;
  nameOf(user: UserId): string | null;
}

function usePlant(): Plant | undefined {
  const { view, identity } = useField();
  const sites = useReadable(view.refs('site'));
  const assets = useReadable(view.refs('asset'));
  const people = useReadable(view.refs('person'));
  return sites === undefined || assets === undefined || people === undefined ? undefined : plantOf({ sites, assets, people, user: identity.user });
}

interface PlantParts {
  readonly sites: readonly Site[];
  readonly assets: readonly Asset[];
  readonly people: readonly Ref<'person'>[];
  readonly user: Identity['user'];
}

const plantOf = remembering(({ sites, assets, people, user }: PlantParts): Plant => {
  const tree = assetTree(assets);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    sites,
    context: (id) => contextOf(tree, id),
    nameOf: (id) => names.get(id) ?? (id === user.id ? user.name : null),
  };
});
