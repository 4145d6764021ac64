import { listActs, type OrgTx } from '@heliograph/db';
import { AppError, refuse } from '@heliograph/domain';

/** Fields of a record that what is sent would change. What is not sent stays. */
export function differing(before: object, sent: object): string[] {
  const stored = new Map(Object.entries(before));
  return Object.entries(sent).flatMap(([field, value]) => (value === undefined || isSame(stored.get(field), value) ? [] : [field]));
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a ?? null)) === JSON.stringify(sorted(b ?? null));

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)) : value;

interface Change {
  /** The one that was on the editor's screen. */
  readonly revision: number;
  /** What the editor's version says otherwise. */
  readonly fields: readonly string[];
  readonly kind: string;
}

/** Stops where somebody else was faster, and says who: nobody's change is written over unseen. @throws AppError CONFLICT `changed` */
export async function unchangedSince(tx: OrgTx, before: { id: string; revision: number }, { revision, fields, kind }: Change): Promise<void> {
  if (before.revision === revision) return;
  const [last] = await listActs(tx, { limit: 1, subject: { kind, id: before.id } });
  refuse('CONFLICT', { reason: 'changed', revision: before.revision, by: last?.actorName ?? null, at: last?.at ?? null, fields });
}

/** Runs a write whose number must be free, and says in words which one is not. @throws AppError CONFLICT `code_taken` */
export async function sayWhatIsTaken<T>(constraint: string, code: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw nameOf(error) === constraint ? new AppError('CONFLICT', { reason: 'code_taken', code }) : error;
  }
}

function nameOf(error: unknown): unknown {
  if (error instanceof AppError) return error.details['constraint'];
  return typeof error === 'object' && error !== null && 'constraint' in error ? error.constraint : null;
}
