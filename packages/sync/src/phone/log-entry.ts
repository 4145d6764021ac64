import type { LogEntry, LogFlag } from '@heliograph/domain';
import type { LogRow } from '../messages/exchange.ts';

/** A row never changes: its entry is made once, and folding recognises the operation it has read before. */
const entries = new WeakMap<LogRow, LogEntry>();

/** A row of the server's log as an entry. The counter stays behind: it means something only inside one outbox. */
export function entryOf(row: LogRow): LogEntry {
  const known = entries.get(row);
  if (known !== undefined) return known;
  const { q, a, t, f, ...envelope } = row;
  const entry: LogEntry = { operation: { i: Math.max(q, 1), ...envelope }, seq: q, actor: a, serverAt: t, flags: (f ?? []).filter(isFlag) };
  entries.set(row, entry);
  return entry;
}

const FLAGS: ReadonlySet<string> = new Set<LogFlag>(['after_cancel', 'after_completion', 'after_removal', 'verdict_differs', 'clock', 'imported']);
const isFlag = (text: string): text is LogFlag => FLAGS.has(text);
