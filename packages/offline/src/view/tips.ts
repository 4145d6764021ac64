import { type OperationId, readOperation, textOfNote, type UserId } from '@heliograph/domain';
import type { Ref } from './local-view.ts';
import type { OwnOperations } from './own-operations.ts';
import { cell, type Readable } from './readable.ts';

/** A tip as this phone knows it: what the server said, under what its person wrote since. */
export type HeldTip = Ref<'tip'> & { readonly isUnsent: boolean };

interface OwnTip {
  readonly operation: Extract<ReturnType<typeof readOperation>, { kind: 'known' }>['operation'];
  readonly isUnsent: boolean;
}

export interface Tips {
  readonly readable: Readable<readonly HeldTip[] | undefined>;
  /** The person's own operations, or what became of them, may have changed. */
  refresh(): void;
}

/** Joins the rows of the server with the person's own words, without reading the disk again: a tap on a step must not pay for it. */
export function holdTips({ rows, own, user }: { rows: Readable<readonly Ref<'tip'>[] | undefined>; own: OwnOperations; user: UserId }): Tips {
  const mine = cell<readonly OwnTip[] | undefined>(undefined);
  let known = '';
  let last: { rows: unknown; mine: unknown; tips: readonly HeldTip[] } | null = null;
  const refresh = (): void => {
    const unsent = own.unsent();
    const operations = own.tips();
    const now = operations.map(({ id }) => `${id}${unsent.has(id)}`).join(' ');
    if (mine.get() !== undefined && now === known) return;
    known = now;
    mine.set(operations.flatMap((raw) => readOwn(raw, unsent)));
  };
  own.ready.then(refresh, () => undefined);
  return {
    refresh,
    readable: {
      get: () => {
        const [told, written] = [rows.get(), mine.get()];
        if (told === undefined || written === undefined) return undefined;
        if (last?.rows !== told || last.mine !== written) last = { rows: told, mine: written, tips: joined(told, written, user) };
        return last.tips;
      },
      subscribe: (listener) => {
        const ends = [rows.subscribe(listener), mine.subscribe(listener)];
        return () => {
          for (const end of ends) end();
        };
      },
    },
  };
}

function readOwn(raw: ReturnType<OwnOperations['tips']>[number], unsent: ReadonlySet<OperationId>): OwnTip[] {
  const reading = readOperation(raw);
  return reading.kind === 'known' ? [{ operation: reading.operation, isUnsent: unsent.has(raw.id) }] : [];
}

/** What was acknowledged the server tells; until it does, a tip of one's own stays in sight. */
function joined(rows: readonly Ref<'tip'>[], own: readonly OwnTip[], user: UserId): readonly HeldTip[] {
  const tips = new Map<string, HeldTip>(rows.map((row) => [row.id, { ...row, isUnsent: false }]));
  const told = new Set(rows.map(({ id }) => id));
  for (const { operation, isUnsent } of own) {
    if (operation.k === 'tip' && (isUnsent || !told.has(operation.x))) {
      const { submit, ...note } = operation.p;
      const { language, ...text } = textOfNote(note);
      const before = tips.get(operation.x) ?? { id: operation.x, author: user };
      const { reason: _reason, ...kept } = { reason: undefined, ...before };
      tips.set(operation.x, { ...kept, ...text, ...(language === null ? {} : { language }), state: submit ? 'submitted' : 'draft', isUnsent });
    }
    if (operation.k === 'tip.rate' && isUnsent) rate(tips, operation.p);
  }
  return [...tips.values()];
}

function rate(tips: Map<string, HeldTip>, { tip, useful }: { tip: string; useful: boolean }): void {
  const found = tips.get(tip);
  if (found === undefined || (found.rated ?? false) === useful) return;
  tips.set(tip, { ...found, rated: useful, useful: Math.max(0, (found.useful ?? 0) + (useful ? 1 : -1)) });
}
