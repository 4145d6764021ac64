import { organisationIdSchema, photoHashSchema, userIdSchema } from '@heliograph/domain';
import * as z from 'zod/mini';

/**
 * A rescue file: what one phone still held of one person's work, to be carried elsewhere by hand.
 *
 *     heliograph-rescue 1 <bytes of the text that follows>\n
 *     <check> {head}\n
 *     <check> {operation}\n            as many as the head says
 *     <bytes of the photos, one after the other, in the order and the sizes that the head says>
 *
 * A check is the beginning of the SHA-256 of the line's text; a photo is named by the SHA-256 of its bytes. Damage is therefore told with its place.
 */
export const MAGIC = 'heliograph-rescue';
export const RESCUE_VERSION = 1;
/** Hexadecimal digits of a line's check. */
export const CHECK_DIGITS = 16;
/** What such a file is called on a disk. */
export const RESCUE_EXTENSION = 'heliograph';

const rescuePhotoSchema = z.object({ sha: photoHashSchema, size: z.int().check(z.positive()), mime: z.string().check(z.maxLength(60)) });
export type RescuePhoto = z.infer<typeof rescuePhotoSchema>;

/** Whose work it is, and how much of it. */
export const rescueHeadSchema = z.object({
  org: organisationIdSchema,
  orgName: z.string(),
  user: userIdSchema,
  name: z.string(),
  /** Device wall clock, ms. */
  made: z.int(),
  build: z.string(),
  operations: z.int().check(z.nonnegative()),
  photos: z.array(rescuePhotoSchema),
});
export type RescueHead = z.infer<typeof rescueHeadSchema>;

/** Where a file is damaged; `n` counts from 1. `newer`: made by a newer application. `not_ours`: no such file at all. */
export type RescueFault =
  | { readonly kind: 'not_ours' | 'newer' | 'head' | 'longer' }
  | { readonly kind: 'record' | 'photo'; readonly n: number; readonly of: number };

/** The file cannot be believed: nothing of it was taken over. */
export class DamagedRescue extends Error {
  override readonly name = 'DamagedRescue';
  readonly fault: RescueFault;
  constructor(fault: RescueFault) {
    super(`damaged rescue file: ${JSON.stringify(fault)}`);
    this.fault = fault;
  }
}
