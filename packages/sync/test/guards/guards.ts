/** One guard of the protocol, and the lines that take it away. `from` must stand exactly once in the file, or the guard test fails. */
export interface Guard {
  readonly name: string;
  /** What is then no longer true. */
  readonly without: string;
  readonly cuts: readonly { readonly file: string; readonly from: string; readonly to: string }[];
}

const sync = (file: string) => `packages/sync/src/${file}`;

/**
 * Not here: subjects are locked before ids are looked up. Without that a push fails and is sent again, which a simulation forgives; the contract of
 * the engine over a real PostgreSQL does not.
 */
export const GUARDS: readonly Guard[] = [
  {
    name: 'counter-outside-transaction',
    without: 'the counter is read before the transaction that stores the operation',
    cuts: [
      {
        file: sync('phone/engine.ts'),
        from: 'return await outbox.write((tx) => store(tx, identified));',
        to: 'const early = (await outbox.read((tx) => tx.meta()))?.next ?? 1; return await outbox.write((tx) => store(tx, identified, early));',
      },
      {
        file: sync('phone/record.ts'),
        from: 'entry: Entry; envelope: Unnumbered }[]): Promise<Envelope[]> {',
        to: 'entry: Entry; envelope: Unnumbered }[], early: number): Promise<Envelope[]> {',
      },
      { file: sync('phone/record.ts'), from: 'i: meta.next + at', to: 'i: early + at' },
      { file: sync('phone/record.ts'), from: 'next: meta.next + operations.length', to: 'next: Math.max(meta.next, early + operations.length)' },
    ],
  },
  {
    name: 'tick-before-commit',
    without: 'the tick waits for the disk',
    cuts: [
      {
        file: sync('phone/engine.ts'),
        from: 'return await outbox.write((tx) => store(tx, identified));',
        to: 'outbox.write((tx) => store(tx, identified)).catch(() => undefined); return identified.map(({ envelope }) => ({ i: 1, o: 0, ...envelope }));',
      },
    ],
  },
  {
    name: 'rejected-are-kept',
    without: 'the server keeps what it rejects',
    cuts: [{ file: sync('server/apply-batch.ts'), from: '...aside.map((one) => ({ ...one, row: asideRow(one, ports.now()) })),', to: '' }],
  },
  {
    name: 'rejected-do-not-block',
    without: 'the position moves over operations that were set aside',
    cuts: [
      {
        file: sync('server/exchange.ts'),
        from: 'const last = batch.at(-1);',
        to: "const last = batch.findLast((_, at) => batch.slice(0, at + 1).every(({ kind }) => kind === 'known'));",
      },
    ],
  },
  {
    name: 'acknowledged-are-retained',
    without: 'acknowledged operations stay for the horizon',
    cuts: [
      {
        file: sync('phone/apply-outbox.ts'),
        from: 'await prune(tx, answer.now);',
        to: 'for (const { i } of await tx.opsFrom(1, answer.ack.i)) if (i < answer.ack.i) await tx.deleteOp(i);',
      },
    ],
  },
  {
    name: 'incarnation',
    without: 'a changed past is noticed',
    cuts: [{ file: sync('server/exchange.ts'), from: 'if (!(await isStillTrue(', to: 'if (false && !(await isStillTrue(' }],
  },
  {
    name: 'proof-beside-the-acknowledgement',
    without: 'the token of the highest answer is kept in the precious database and shown to the server',
    cuts: [{ file: sync('server/exchange.ts'), from: 'of new Set([request.seen, request.cur]))', to: 'of [request.cur])' }],
  },
  {
    name: 'one-outbox-per-person',
    without: 'every person has an outbox of their own',
    cuts: [
      {
        file: sync('simulator/phone-actor.ts'),
        from: 'outbox: drive(emptyOutboxDisk()),',
        to: 'outbox: shared,',
      },
      {
        file: sync('simulator/phone-actor.ts'),
        from: 'const accounts = people.map(',
        to: 'const shared = drive(emptyOutboxDisk()); const accounts = people.map(',
      },
    ],
  },
  {
    name: 'unique-operation-id',
    without: 'an id that is stored is not applied again',
    cuts: [{ file: sync('server/exchange.ts'), from: 'i > device.position.i && !stored.has(envelope.id)', to: 'i > device.position.i' }],
  },
  {
    name: 'counter-row-as-cursor',
    without: 'numbers become visible in their order',
    cuts: [
      {
        file: sync('simulator/memory-server.ts'),
        from: "await lock('clock');\n      await step();\n      const next = view().seq + n;",
        to: 'const counted = globalThis as { sequence?: number }; const next = Math.max(counted.sequence ?? 0, view().seq) + n; counted.sequence = next; await step(); await step(); await step();',
      },
      { file: sync('simulator/memory-server.ts'), from: 'data.seq = next;', to: 'data.seq = Math.max(data.seq, next);' },
    ],
  },
  {
    name: 'acknowledged-as-far-as-told',
    without: 'an answer acknowledges only what it was sent, and so can tell of',
    cuts: [
      { file: sync('phone/apply-outbox.ts'), from: 'const acked = await told(tx, meta, { request, answer });', to: 'const acked = answer.ack;' },
    ],
  },
  {
    name: 'fork-check',
    without: 'a number used for other work is noticed',
    cuts: [
      {
        file: sync('server/exchange.ts'),
        from: "!stored.has(envelope.id))) return { kind: 'fork', inc };",
        to: "!stored.has(envelope.id) && i < 0)) return { kind: 'fork', inc };",
      },
    ],
  },
  {
    name: 'cursor-with-its-data',
    without: 'cursor and data are written together',
    cuts: [
      {
        file: sync('phone/engine.ts'),
        from: 'const touched = await cache.write((tx) => applyToCache(tx, pulled));',
        to: `const cur = answer.cur ?? pulled.from;
  await cache.write(async (tx) => { const held = await tx.meta(); if (held?.inc === answer.inc && held.cursor === pulled.from) await tx.putMeta({ ...held, cursor: cur }); });
  const touched = await cache.write((tx) => applyToCache(tx, { ...pulled, from: cur }));`,
      },
    ],
  },
  {
    name: 'past-goes-again',
    without: 'what was acknowledged under an earlier identity is sent again to a server that forgot',
    cuts: [{ file: sync('phone/identity.ts'), from: 'after: [...held, ...past, ...all] });', to: 'after: all });' }],
  },
  {
    name: 'same-ids-after-rehoming',
    without: 'operations keep their ids under a new identity',
    cuts: [
      {
        file: sync('phone/identity.ts'),
        from: 'await tx.putOp({ ...operation, i: at + 1 });',
        to: "await tx.putOp({ ...operation, id: (operation.id.slice(0, -4) + at.toString(16).padStart(4, '0')) as typeof operation.id, i: at + 1 });",
      },
    ],
  },
  {
    name: 'replaced-ids-are-kept',
    without: 'a replaced operation that arrives late stays replaced',
    cuts: [
      {
        file: 'packages/domain/src/execution/register.ts',
        from: 'heads: replaced.has(head.id) ? heads : [...heads, head]',
        to: 'heads: [...heads, head]',
      },
    ],
  },
  {
    name: 'photo-hashed-again',
    without: 'a photo is hashed again before it is sent',
    cuts: [
      {
        file: sync('phone/upload.ts'),
        from: 'at === photo.size && (await hasher.sha256(bytes)) === photo.sha ? bytes : null',
        to: 'at === photo.size ? bytes : null',
      },
    ],
  },
  {
    name: 'photo-wanted-again',
    without: 'a photo the server lost is sent again',
    cuts: [{ file: sync('phone/apply-outbox.ts'), from: 'await wantAgain(tx, answer);', to: '' }],
  },
  {
    name: 'whole-on-entering',
    without: 'an execution that enters the scope comes whole',
    cuts: [
      {
        file: sync('server/pull.ts'),
        from: 'snapshot.rows(ids, { after: 0, upto, limit: WHOLE })',
        to: 'snapshot.rows(ids, { after: upto - 5, upto, limit: WHOLE })',
      },
    ],
  },
  {
    name: 'poison-stands-alone',
    without: 'a value the database refuses is set aside alone',
    cuts: [
      {
        file: sync('server/apply-batch.ts'),
        from: 'const isWritten = await work.tx.attempt(async () => {',
        to: 'const isWritten = await (async (run: () => Promise<void>) => { await run(); return true; })(async () => {',
      },
    ],
  },
];
