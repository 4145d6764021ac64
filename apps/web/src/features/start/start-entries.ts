import { type AssetId, type ExecutionId, type FieldRole, type ProcedureHash, type SiteId, storable, type UserId } from '@heliograph/domain';
import type { Entry } from '@heliograph/sync';

/** Where the work is done: one position, the whole plant, or not said yet. */
export type Target = { readonly kind: 'asset'; readonly id: AssetId } | { readonly kind: 'whole_site' } | null;

/** Who else is there: nobody yet, somebody of the organisation, or a name. */
export type Second =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'colleague'; readonly user: UserId; readonly name: string }
  | { readonly kind: 'named'; readonly name: string };

export interface Start {
  readonly procedure: ProcedureHash;
  readonly site: SiteId;
  readonly target: NonNullable<Target>;
  /** Beside "technician", which everybody who starts is. */
  readonly roles: readonly FieldRole[];
  readonly second: Second;
}

/** The start and whoever is present, to be kept together or not at all. */
export function startEntries(x: ExecutionId, { procedure, site, target, roles, second }: Start): readonly Entry[] {
  const asset = target.kind === 'asset' ? { asset: target.id } : {};
  const start: Entry = { draft: { k: 'start', x, p: { procedure, site, ...asset, roles: ['technician', ...roles] } } };
  if (second.kind === 'nobody') return [start];
  const user = second.kind === 'colleague' ? { user: second.user } : {};
  return [start, { draft: { k: 'second', x, p: { ...user, name: storable(second.name).trim() } } }];
}
