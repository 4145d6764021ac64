import type { ExecutionId } from '@heliograph/domain';
import type { ExchangeRequest, OkAnswer } from '../messages/exchange.ts';
import type { Sender, ServerPorts, ServerSnapshot } from './ports.ts';
import { markAt, openMark, sealMark } from './token.ts';

type Changes = Pick<OkAnswer, 'drop' | 'full' | 'ops' | 'refs' | 'more' | 'blobs'> & { cur: string };

interface Reader {
  readonly snapshot: ServerSnapshot;
  readonly ports: ServerPorts;
  readonly sender: Sender;
}

/** Where the organisation's log ends in this snapshot, and the mark of that. */
interface End {
  readonly head: number;
  readonly seen: string;
}

/** Photos asked for in one answer; the rest is asked for in the next. */
const WANTED = 200;
/** An execution that enters the scope comes whole; no execution is longer than this. */
const WHOLE = 100_000;

/**
 * What changed for this person after their cursor, in one snapshot. Rows outside the scope are not sent and the cursor still moves:
 * entering the scope later sends the execution whole. No row the person was entitled to is ever stepped over (sync.md 3.8, 3.9).
 */
export async function pull({ snapshot, ports, sender }: Reader, request: ExchangeRequest, { head, seen }: End): Promise<Changes> {
  const after = openMark(ports.seal, sender.org, request.cur)?.seq ?? 0;
  const scope = await snapshot.scope(sender.user);
  const inside = scope.filter(({ removed }) => removed === null);
  const rows = await snapshot.rows(idsOf(inside.filter(({ added }) => added <= after)), { after, upto: head, limit: request.want + 1 });
  const more = rows.length > request.want;
  const upto = more ? (rows[request.want - 1]?.q ?? head) : head;
  return {
    drop: idsOf(scope.filter(({ removed }) => removed !== null && after < removed && removed <= upto)),
    full: await wholeExecutions(snapshot, idsOf(inside.filter(({ added }) => after < added && added <= upto)), upto),
    ops: rows.filter(({ q }) => q <= upto),
    refs: [...(await snapshot.refs(sender, after, upto))],
    more,
    cur: upto === head ? seen : sealMark(ports.seal, sender.org, await markAt(snapshot, upto)),
    blobs: [...(await snapshot.wanted(sender.user, WANTED))],
  };
}

const idsOf = (rows: readonly { x: ExecutionId }[]): ExecutionId[] => rows.map(({ x }) => x);

async function wholeExecutions(snapshot: ServerSnapshot, ids: readonly ExecutionId[], upto: number): Promise<OkAnswer['full']> {
  if (ids.length === 0) return [];
  const rows = await snapshot.rows(ids, { after: 0, upto, limit: WHOLE });
  const byExecution = Map.groupBy(rows, ({ x }): string => x);
  return ids.map((x) => ({ x, ops: byExecution.get(x) ?? [] }));
}
