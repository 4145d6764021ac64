/** A bug that somebody could write any day: what it does, the lines that make it, and the test that must fail with it. */
export interface Plant {
  readonly name: string;
  /** As it reads in docs/reliability.md. */
  readonly bug: string;
  readonly cuts: readonly { readonly file: string; readonly from: string; readonly to: string }[];
  readonly caught: {
    readonly project: 'rules' | 'unit' | 'db' | 'pg';
    readonly file: string;
    readonly title: string;
  };
  /** Planted in every run of the tests; the others before a release. */
  readonly isQuick: boolean;
}

export const PLANTS: readonly Plant[] = [
  {
    name: 'tick-on-success',
    bug: 'a tick is shown when a request says success, before the transaction is on the disk',
    cuts: [{ file: 'packages/offline/src/storage/transaction.ts', from: '    await settled;\n    return value;', to: '    return value;' }],
    caught: {
      project: 'unit',
      file: 'packages/offline/src/storage/connection.test.ts',
      title: 'a disk that answers success and then aborts is a failure',
    },
    isQuick: true,
  },
  {
    name: 'relaxed-disk',
    bug: 'the outbox is written without waiting for the flash',
    cuts: [{ file: 'packages/offline/src/outbox/outbox.ts', from: "durability: 'strict'", to: "durability: 'relaxed'" }],
    caught: { project: 'unit', file: 'packages/offline/src/outbox/outbox.test.ts', title: 'every write asks for strict durability, no read does' },
    isQuick: true,
  },
  {
    name: 'refusal-deletes',
    bug: 'a 401 or a 403 empties the queue instead of pausing it',
    cuts: [
      {
        file: 'packages/sync/src/phone/engine.ts',
        from: "    case 'signed_out':\n    case 'blocked':\n      return",
        to: "    case 'signed_out':\n    case 'blocked':\n      await ports.outbox.write(async (tx) => { for (const { i } of waiting.batch) await tx.deleteOp(i); });\n      return",
      },
    ],
    caught: { project: 'unit', file: 'packages/sync/test/phone-engine.test.ts', title: 'pauses the sender and keeps every operation' },
    isQuick: true,
  },
  {
    name: 'any-answer-acknowledges',
    bug: 'an answer counts though it was given to another request (a cache, a proxy)',
    cuts: [
      {
        file: 'packages/offline/src/transport/exchange-transport.ts',
        from: 'read.success && read.data.result.data.nonce === nonce',
        to: 'read.success && nonce !== null',
      },
    ],
    caught: {
      project: 'unit',
      file: 'packages/offline/src/transport/exchange-transport.test.ts',
      title: 'an answer to another request says nothing',
    },
    isQuick: true,
  },
  {
    name: 'last-write-wins',
    bug: 'of two answers that did not know of each other the later one stays',
    cuts: [
      {
        file: 'packages/domain/src/execution/register.ts',
        from: 'replaced.has(head.id) ? heads : [...heads, head]',
        to: 'replaced.has(head.id) ? heads : [head]',
      },
    ],
    caught: {
      project: 'rules',
      file: 'packages/domain/src/execution/fold.test.ts',
      title: 'no recorded value disappears: it is a head of its address or another operation names it',
    },
    isQuick: true,
  },
  {
    name: 'sign-out-forgets',
    bug: 'who deletes unsent work on signing out also deletes what the server may ask for again',
    cuts: [{ file: 'packages/sync/src/phone/abandon.ts', from: 'tx.opsFrom(meta.acked.i + 1,', to: 'tx.opsFrom(1,' }],
    caught: {
      project: 'unit',
      file: 'packages/offline/src/rescue/rescue.test.ts',
      title: 'deleting what was not sent leaves what the server has, under another identity',
    },
    isQuick: true,
  },
  {
    name: 'sender-from-the-body',
    bug: 'the server believes the request, not the session, about whose work it is',
    cuts: [
      {
        file: 'packages/sync/src/server/exchange.ts',
        from: "if (request.user !== sender.user) return { kind: 'wrong_user', ...common };",
        to: '',
      },
    ],
    caught: {
      project: 'unit',
      file: 'packages/sync/test/server-exchange.test.ts',
      title: 'another person may not use the device, the outbox or the execution',
    },
    isQuick: true,
  },
  {
    name: 'photo-called-whole',
    bug: 'a photo is called delivered when its last byte is here, before it is hashed and shown',
    cuts: [
      {
        file: 'packages/api/src/photo/photo.service.ts',
        from: "const stored = row.state === 'stored';",
        to: "const stored = row.state === 'stored' || (await photos.size(uploadBy(actor, sha))) === row.size;",
      },
    ],
    caught: {
      project: 'db',
      file: 'packages/api/src/photo/photo-door.db.test.ts',
      title: 'a photo whose last part was cut short is never called delivered before it is; asking again finishes it',
    },
    isQuick: false,
  },
  {
    name: 'cursor-ahead-of-its-page',
    bug: 'the cursor moves to the head although the answer was cut at a page: the rest is stepped over for ever',
    cuts: [{ file: 'packages/sync/src/server/pull.ts', from: 'cur: upto === head ? seen : sealMark', to: 'cur: upto <= head ? seen : sealMark' }],
    caught: {
      project: 'db',
      file: 'packages/db/src/sync/engine.db.test.ts',
      title: 'a large log is pulled page by page, and no row is stepped over',
    },
    isQuick: false,
  },
  {
    name: 'later-than-the-clock-says',
    bug: 'the phone trusts its own clock for what the server may still ask for: a jump of years empties it',
    cuts: [
      {
        file: 'packages/sync/src/phone/apply-outbox.ts',
        from: 'await prune(tx, answer.now);',
        to: 'await prune(tx, now);',
      },
    ],
    caught: { project: 'unit', file: 'packages/sync/test/phone-engine.test.ts', title: 'a clock that jumps by years makes a phone forget nothing' },
    isQuick: true,
  },
  {
    name: 'told-before-committed',
    bug: 'the server answers before its transaction is committed',
    cuts: [
      {
        file: 'packages/db/src/sync/server-store.ts',
        from: 'write: (org, work) => yielding(() => withOrg(db, { org }, (tx) => work(serverTx(tx)))),',
        to: `write: (org, work) => new Promise((tell, fail) => {
    withOrg(db, { org }, async (tx) => { const told = await work(serverTx(tx)); tell(told); return told; }).catch(fail);
  }),`,
      },
    ],
    caught: { project: 'pg', file: 'packages/db/src/sync/commit.pg.test.ts', title: 'nothing is acknowledged before its transaction is committed' },
    isQuick: false,
  },
  {
    name: 'open-table',
    bug: 'the rows of one organisation are not closed to the others by the database itself',
    cuts: [
      {
        file: 'packages/db/src/migrations/table.ts',
        from: ' force row level security',
        to: ' no force row level security',
      },
    ],
    caught: { project: 'pg', file: 'packages/db/src/catalogue.pg.test.ts', title: 'row-level security' },
    isQuick: false,
  },
  {
    name: 'no-way-back',
    bug: 'the previous build refuses a database that a later one has migrated',
    cuts: [{ file: 'packages/db/src/database/migrate.ts', from: 'done.filter((name) => name > last)', to: 'done.filter(() => false)' }],
    caught: {
      project: 'pg',
      file: 'packages/db/src/database/open.pg.test.ts',
      title: 'a database that a later build has brought further is served by this one',
    },
    isQuick: false,
  },
  {
    name: 'everybody-into-one-file',
    bug: 'the slices of a photo go into one file, whoever sends them',
    cuts: [{ file: 'packages/api/src/photo/disk-store.ts', from: 'upload.by}.part', to: 'upload.sha}.part' }],
    caught: {
      project: 'db',
      file: 'packages/api/src/photo/photo-door.db.test.ts',
      title: 'other bytes of a colleague neither get in between a photo nor have it refused',
    },
    isQuick: false,
  },
  {
    name: 'blamed-for-a-full-disk',
    bug: 'a photo is called damaged because the server was too busy to draw it, or had no room for the picture',
    cuts: [{ file: 'packages/api/src/photo/decode.ts', from: "? 'crashed' : 'failed'", to: "? 'crashed' : 'refused'" }],
    caught: {
      project: 'unit',
      file: 'packages/api/src/photo/photo.test.ts',
      title: 'a disk that takes no picture, evidence that is gone and a program that does not start say nothing against the image',
    },
    isQuick: false,
  },
  {
    name: 'file-taken-up-again',
    bug: 'a rescue file that is taken up twice is queued twice',
    cuts: [{ file: 'packages/sync/src/rescue/take-over.ts', from: '!known.has(id)', to: 'known !== null && id !== null' }],
    caught: {
      project: 'unit',
      file: 'packages/offline/src/rescue/rescue.test.ts',
      title: 'holds what was not sent, and its photos; on another phone of the same person it goes on, once',
    },
    isQuick: false,
  },
  {
    name: 'whole-beside-a-refusal',
    bug: 'a receipt says that everything is delivered while a record was refused',
    cuts: [{ file: 'packages/domain/src/receipt/receipt.ts', from: "refused > 0 ? 'refused' : standing", to: 'standing' }],
    caught: {
      project: 'rules',
      file: 'packages/domain/src/receipt/receipt.test.ts',
      title: 'is never whole while a record was refused and nobody has seen to it',
    },
    isQuick: false,
  },
  {
    name: 'office-blind-to-refusals',
    bug: 'the office shows a receipt without the records that nobody could read',
    cuts: [
      {
        file: 'packages/db/src/execution-log.repository.ts',
        from: "is('operation.executionId', 'is', null)",
        to: "is('operation.code', '=', 'moved')",
      },
    ],
    caught: { project: 'db', file: 'packages/api/src/device/device.db.test.ts', title: 'stands on the office’s receipt with who, what and why' },
    isQuick: false,
  },
  {
    name: 'moved-off-and-still-on',
    bug: 'work that the desk moves to somebody else stays with who had it',
    cuts: [
      {
        file: 'packages/sync/src/server/apply-batch.ts',
        from: 'of leaving(incoming.operation)) {',
        to: 'of leaving(incoming.operation).slice(1)) {',
      },
    ],
    caught: {
      project: 'unit',
      file: 'packages/sync/test/simulation.test.ts',
      title: 'lives of a small company lose nothing, double nothing, hide nothing, and pass through every bad state',
    },
    isQuick: false,
  },
  {
    name: 'overtaken',
    bug: 'what waited at the office is applied after what its author sent later: answers made before the signature look changed after it',
    cuts: [
      {
        file: 'packages/sync/src/server/apply-batch.ts',
        from: 'tryBatch(work, turns, { isNext: true })',
        to: 'tryBatch(work, turns, { isNext: false })',
      },
    ],
    caught: {
      project: 'unit',
      file: 'packages/sync/test/server-exchange.test.ts',
      title: 'what waited goes before what comes next of the same work, and both before what is signed after them',
    },
    isQuick: false,
  },
  {
    name: 'applied-in-silence',
    bug: 'what waited is applied, and the phone of somebody who is no longer on that work says for ever that it waits',
    cuts: [{ file: 'packages/sync/src/server/exchange.ts', from: 'if (held.length === 0) return', to: 'if (held.length >= 0) return' }],
    caught: {
      project: 'unit',
      file: 'packages/sync/test/simulation.test.ts',
      title: 'lives of a small company lose nothing, double nothing, hide nothing, and pass through every bad state',
    },
    isQuick: false,
  },
  {
    name: 'believed-without-proof',
    bug: 'what a restored server says it holds is believed without a proof: put back once more, it may have lost it in silence',
    cuts: [{ file: 'packages/sync/src/phone/apply-outbox.ts', from: 'seen: answer.seen ?? null }', to: 'seen: null }' }],
    caught: {
      project: 'unit',
      file: 'packages/sync/test/phone-restore.test.ts',
      title: 'what a restored server says it holds has its proof beside it, should that server be put back once more',
    },
    isQuick: false,
  },
  {
    name: 'copy-drops-what-it-wrote',
    bug: 'a kill while pieces of the second copy are joined leaves nothing of it: the piece that was just written is dropped with the old ones',
    cuts: [
      {
        file: 'packages/offline/src/spare/mirror.ts',
        from: 'if (!kept.some((one) => isSame(one, piece))) await',
        to: 'if (!state.kept.includes(piece)) await',
      },
    ],
    caught: {
      project: 'unit',
      file: 'packages/offline/src/spare/spare.test.ts',
      title: 'killed while many pieces become one, it holds everything after the next turn',
    },
    isQuick: false,
  },
  {
    name: 'answer-from-elsewhere',
    bug: 'changes are written wherever they start, not only where this phone stands in the log',
    cuts: [
      { file: 'packages/sync/src/phone/apply-cache.ts', from: 'meta.inc !== answer.inc || meta.cursor !== from', to: 'meta.inc !== answer.inc' },
    ],
    caught: {
      project: 'unit',
      file: 'packages/sync/test/phone-engine.test.ts',
      title: 'changes count only where they continue from the cursor held: of two tabs that asked from the same place, the second changes nothing',
    },
    isQuick: false,
  },
  {
    name: 'gone-with-the-backup',
    bug: 'what a phone pulls after a restore is all that is left in sight: the work in hand goes from the screen',
    cuts: [{ file: 'packages/sync/src/phone/forgotten.ts', from: 'if (given.has(x) || away.has(x)) continue;', to: 'continue;' }],
    caught: {
      project: 'unit',
      file: 'packages/sync/test/phone-restore.test.ts',
      title: 'what its person is not done with stays in sight, with what they record; what is done, or is others’, goes',
    },
    isQuick: false,
  },
];
