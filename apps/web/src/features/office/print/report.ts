import { CLOCK_TRUST_MS } from '@heliograph/domain';
import type { OpenedExecution, OpenedPhoto, OpenedPlace } from '../executions/types.ts';

interface Recorded {
  /** Brought to the server's clock. */
  readonly at: number;
  /** By the device's own clock. */
  readonly deviceAt: number;
}

/** When something was recorded, and whether that is only what a device with a doubtful clock said. */
export const whenOf = ({ at, deviceAt }: Recorded): { readonly at: number; readonly isDeviceTime: boolean } => {
  const isDeviceTime = Math.abs(at - deviceAt) > CLOCK_TRUST_MS;
  return { at: isDeviceTime ? deviceAt : at, isDeviceTime };
};

/** What stands at a place, with who and when: its answer, else its last photo, else its signature. */
export const standingAt = ({ photos, signatures }: Pick<OpenedExecution, 'photos' | 'signatures'>, { heads, effective, address }: OpenedPlace) =>
  heads.find(({ id }) => id === effective) ??
  standing(photos).findLast((photo) => photo.address === address) ??
  signatures.find((signature) => signature.address === address) ??
  null;

/** What the reader must not miss: out of limits, watched, skipped, refused, said twice. In the order of the procedure. */
export const remarkable = (places: readonly OpenedPlace[]): readonly OpenedPlace[] =>
  places.filter(({ state, isConflict }) => isConflict || state === 'failed' || state === 'watch' || state === 'skipped' || state === 'refused');

export interface Counts {
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  readonly watched: number;
  readonly photos: number;
}

export const countsOf = ({ execution, photos }: Pick<OpenedExecution, 'execution' | 'photos'>): Counts => ({
  ...execution.progress,
  failed: execution.failed,
  watched: execution.watched,
  photos: standing(photos).length,
});

/** Photos that were not taken back. */
export const standing = (photos: readonly OpenedPhoto[]): readonly OpenedPhoto[] => photos.filter(({ removed }) => removed === null);

/** Whether any time in the document is only a device's: then the mark is explained. */
export const hasDeviceTime = ({ places, photos, signatures }: Pick<OpenedExecution, 'places' | 'photos' | 'signatures'>): boolean =>
  [...places.flatMap(({ heads }) => heads), ...standing(photos), ...signatures].some((one) => whenOf(one).isDeviceTime);
