import type { OrganisationId, PhotoHash, UserId } from '@heliograph/domain';
import type { Decode, Decoded } from './decode.ts';

/** Names one photo. Stored per organisation: nobody learns from an upload that another organisation holds the same picture. */
export interface PhotoKey {
  readonly org: OrganisationId;
  readonly sha: PhotoHash;
}

/** Bytes of a photo on their way. Each person's are apart until they fit its name: nobody's get in between another's. */
export interface Upload extends PhotoKey {
  readonly by: UserId;
}

/** `evidence`: the bytes as hashed on the phone. `picture`, `thumbnail`: re-encoded here, what screens and reports show. */
export type PhotoFile = 'evidence' | 'picture' | 'thumbnail';

/** Where photo bytes live. A disk today; anything that can append and rename tomorrow. */
export interface PhotoStore {
  /** Bytes held of the evidence: all of it, or as far as this person has come. */
  size(upload: Upload): Promise<number>;
  /** Adds bytes at an offset; resolves once they are on the disk. Null where the offset is not the size held (the caller asks again). */
  append(upload: Upload, at: number, bytes: Uint8Array): Promise<number | null>;
  /** SHA-256 of what is held, lower-case hex; null where nothing is, or no longer. */
  hash(upload: Upload): Promise<string | null>;
  /** Throws away an upload that is not what its name says. */
  restart(upload: Upload): Promise<void>;
  /**
   * Lets `decode` make the two pictures, then keeps them and the evidence for good, and lets go of what others had begun; keeps nothing new where
   * it could not. Null where nothing is held any more.
   */
  finish(upload: Upload, decode: Decode): Promise<Decoded | null>;
  /** Whole bytes of a finished file; null where there is none. */
  open(key: PhotoKey, file: PhotoFile): Promise<{ size: number; bytes: ReadableStream<Uint8Array> } | null>;
  /** The evidence from its first byte, finished or not, for looking at its header; null where nothing is held, or no longer. */
  read(upload: Upload): Promise<Uint8Array | null>;
}
