import type { Envelope, OperationId, PhotoHash } from '@heliograph/domain';
import type { ExchangeAnswer } from '../messages/exchange.ts';
import { ORGANISATIONS, type Person, PLANNED } from './cast.ts';
import type { MemoryServer } from './memory-server.ts';

export interface Tick {
  readonly person: Person;
  readonly phone: number;
  /** Counter it was recorded under: two ticks may be shown in another order than their transactions committed. */
  readonly order: number;
}

/** States that a run passed through. A simulation that never reaches the bad place proves nothing (sync.md 4.5). */
export const COVERAGE = [
  ...(['fork', 'incarnation', 'too_large', 'rejected', 'held', 'two_heads', 'three_heads', 'drop_with_work', 'clone_divergence'] as const),
  ...(['lost_answer_acked', 'kill_between_commit_and_tick', 'stale_discarded', 'rehomed', 'photo_resumed', 'photo_damaged', 'joined_late'] as const),
  ...(['work_given', 'withdrawn_while_done', 'started_after_moving'] as const),
  ...(['reassigned', 'moved_while_done', 'emptied', 'emptied_beside'] as const),
  ...(['updated', 'frozen', 'failed_over', 'published', 'abandoned', 'handed_over', 'forgotten_kept', 'let_in_later'] as const),
] as const;
export type Covered = (typeof COVERAGE)[number];

/**
 * Sees every promise the phones make to people, and separately what the server's tables really hold. Nothing of the engines is asked.
 */
export class Auditor {
  readonly saved = new Map<OperationId, Tick>();
  readonly photos = new Map<PhotoHash, Person>();
  /** Promised, but destroyed with the only phone that held it. */
  readonly destroyed = new Set<OperationId>();
  readonly destroyedPhotos = new Set<PhotoHash>();
  /** A bit of it flipped on the phone's disk: never evidence again, whatever the engines do. */
  readonly damagedPhotos = new Set<string>();
  /** Who recorded on work that the office had given them: person and execution. */
  readonly given = new Set<string>();
  readonly violations: string[] = [];
  readonly covered = new Map<Covered, number>();

  violate(invariant: string, what: string): void {
    this.violations.push(`${invariant}: ${what}`);
  }

  cover(what: Covered): void {
    this.covered.set(what, (this.covered.get(what) ?? 0) + 1);
  }

  /** A tick was shown. */
  promiseSaved(operations: readonly Envelope[], person: Person, phone: number): void {
    for (const { id, i } of operations) this.saved.set(id, { person, phone, order: i });
  }

  /** A phone showed these operations as sent: they must be on the server now, while the phone and the server agree on its past. */
  promiseSent(server: MemoryServer, { person, ids, inc }: { person: Person; ids: readonly OperationId[]; inc: string | null }): void {
    const data = server.data(person.org);
    if (data.incarnation !== inc || this.isUnnoticed(server, person)) return;
    const stored = new Set(data.operations.map(({ id }) => id));
    for (const id of ids) if (!stored.has(id)) this.violate('I1-sent', `${id} shown as sent, not on the server`);
  }

  promiseDelivered(server: MemoryServer, person: Person, sha: PhotoHash): void {
    // A tab that was frozen may hear today what was true before a restore.
    if (this.isUnnoticed(server, person) || (this.confirmed.get(sha) ?? this.restores) < this.restores) return;
    if (server.data(person.org).photos.get(sha)?.isStored !== true) this.violate('I9-delivered', `${sha.slice(0, 8)} shown as delivered, not stored`);
  }

  /** The server was restored and neither it nor any phone knows yet: promises made before stand on what is gone. */
  readonly restoredUnder = new Map<string, string>();
  restores = 0;
  /** When the server last said of a photo that it is whole: how many restores there had been. */
  readonly confirmed = new Map<PhotoHash, number>();
  isUnnoticed(server: MemoryServer, { org }: Person): boolean {
    return this.restoredUnder.get(org) === server.data(org).incarnation;
  }

  /** Every answer that leaves the server, before any fault touches it. */
  seeAnswer(person: Person, answer: ExchangeAnswer): void {
    if (answer.kind === 'fork' || answer.kind === 'incarnation') this.cover(answer.kind);
    if (answer.kind !== 'ok') return;
    for (const { state } of answer.aside) this.cover(state);
    const foreign = new Set(
      ORGANISATIONS.filter((org) => org !== person.org)
        .flatMap((org) => PLANNED.get(org) ?? [])
        .map(String),
    );
    for (const row of [...answer.ops, ...answer.full.flatMap(({ ops }) => ops)])
      if (foreign.has(row.x)) this.violate('I10-isolation', `${person.user} was told ${row.id}`);
  }
}
