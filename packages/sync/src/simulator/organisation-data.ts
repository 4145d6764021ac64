import type { DeviceId, ExecutionId, OperationId, PhotoHash, StepState, UserId } from '@heliograph/domain';
import type { LogRow, RefRow } from '../messages/exchange.ts';
import type { DeviceRow, OperationRow, Subject } from '../server/index.ts';

interface StoredOperation extends OperationRow {
  readonly actor: UserId;
  readonly x: string;
  /** It was held before it was applied. */
  readonly hasWaited?: boolean;
}
interface ScopeRow {
  readonly user: UserId;
  readonly x: ExecutionId;
  readonly added: number;
  readonly removed: number | null;
}
interface StoredPhoto {
  readonly sha: PhotoHash;
  readonly owner: UserId;
  readonly size: number;
  readonly received: number;
  readonly isStored: boolean;
}

/** One organisation's rows. Plain data: a backup is a copy. */
export interface OrganisationData {
  seq: number;
  incarnation: string;
  ticks: { seq: number; mark: string }[];
  devices: Map<DeviceId, DeviceRow>;
  /** A list, not a map: what is applied twice must be seen twice. */
  operations: StoredOperation[];
  states: Map<string, StepState>;
  subjects: Map<ExecutionId, Subject>;
  scope: Map<string, ScopeRow>;
  photos: Map<PhotoHash, StoredPhoto>;
  refs: RefRow[];
  /** People who were taken off the open site. */
  moved: ReadonlySet<UserId>;
}

export const emptyOrganisation = (incarnation: string): OrganisationData => ({
  seq: 0,
  incarnation,
  ticks: [],
  devices: new Map(),
  operations: [],
  states: new Map(),
  subjects: new Map(),
  scope: new Map(),
  photos: new Map(),
  refs: [],
  moved: new Set(),
});

export function copyOrganisation(data: OrganisationData): OrganisationData {
  return {
    ...data,
    ticks: [...data.ticks],
    devices: new Map(data.devices),
    operations: [...data.operations],
    states: new Map(data.states),
    subjects: new Map(data.subjects),
    scope: new Map(data.scope),
    photos: new Map(data.photos),
    refs: [...data.refs],
  };
}

/** The mark of the advance that covered this number; null beyond the head. */
export const markIn = (data: OrganisationData, seq: number): string | null =>
  seq > data.seq ? null : (data.ticks.find((tick) => tick.seq >= seq)?.mark ?? null);

/** The log as phones are told it, in its order. */
export function logOf(data: OrganisationData): LogRow[] {
  const rows = data.operations.flatMap(({ envelope, seq, actor, serverAt, flags }): LogRow[] => {
    if (envelope === null || seq === null) return [];
    const { i: _i, ...told } = envelope;
    return [{ ...told, q: seq, a: actor, t: serverAt, ...(flags.length === 0 ? {} : { f: [...flags] }) }];
  });
  return rows.sort((a, b) => a.q - b.q);
}

/** How often each operation stands in the table, whatever became of it. */
export function timesStored(data: OrganisationData): Map<OperationId, number> {
  const times = new Map<OperationId, number>();
  for (const { id } of data.operations) times.set(id, (times.get(id) ?? 0) + 1);
  return times;
}
