import type { OrganisationId } from '@heliograph/domain';
import type { Seal, ServerSnapshot, ServerTx } from './ports.ts';

/** A number of an organisation's counter and the random mark that was written with it. */
export interface Mark {
  readonly seq: number;
  readonly mark: string;
}

/** Mark of a server that has written nothing yet. */
const ORIGIN = '0';

/** Bound to the organisation without carrying its id: a token of another organisation does not open. */
const bound = (org: OrganisationId, { seq, mark }: Mark) => `${seq}.${mark}.${org}`;

export function sealMark(seal: Seal, org: OrganisationId, mark: Mark): string {
  return `${mark.seq}.${mark.mark}.${seal.sign(bound(org, mark))}`;
}

/** The mark inside a token; null where the token is absent, broken, forged or of another organisation. */
export function openMark(seal: Seal, org: OrganisationId, token: string | null): Mark | null {
  const [seq = '', mark = '', signature = ''] = token?.split('.') ?? [];
  if (!/^\d{1,15}$/.test(seq) || mark === '') return null;
  const opened = { seq: Number(seq), mark };
  return seal.sign(bound(org, opened)) === signature ? opened : null;
}

/** Whether the server still has the past that the mark was made in. A restored server has other marks, or none, at that number. */
export async function isStillTrue(tx: Pick<ServerTx | ServerSnapshot, 'markOf'>, mark: Mark | null): Promise<boolean> {
  return mark === null || mark.seq === 0 || (await tx.markOf(mark.seq)) === mark.mark;
}

/** Of the head, as a snapshot tells it. */
export const markOfHead = ({ seq, mark }: { readonly seq: number; readonly mark: string | null }): Mark => ({
  seq,
  mark: seq === 0 ? ORIGIN : (mark ?? ORIGIN),
});

export async function markAt(snapshot: Pick<ServerSnapshot, 'markOf'>, seq: number): Promise<Mark> {
  return markOfHead({ seq, mark: seq === 0 ? null : await snapshot.markOf(seq) });
}
