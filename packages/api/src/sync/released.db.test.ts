import { afterAll, beforeAll, expect, test } from 'vitest';
import released from '../../../domain/golden/operations-v1.json' with { type: 'json' };
import { begunExecution, type TestServer, testServer } from '../testing/index.ts';

let server: TestServer;
let supervisor = '';
beforeAll(async () => {
  server = await testServer();
  supervisor = await server.signIn(server.own.people.supervisor);
});
afterAll(() => server.close());

/** What a server answers to a phone that it no longer understands. */
const NOT_UNDERSTOOD = ['schema', 'newer_kind', 'too_large', 'internal'];

test.each(released.map((raw) => [raw.k, raw] as const))(
  'a phone of any age may send its %s: understood, acknowledged, never in the way',
  async (_, raw) => {
    const { procedure, site, people } = server.own;
    const x = raw.k === 'start' || raw.k === 'plan' ? crypto.randomUUID() : await begunExecution(server, server.own);
    const named = 'procedure' in raw.p ? { ...raw.p, procedure, site, asset: server.own.asset } : raw.p;
    const p = 'users' in named ? { ...named, users: [people.technician.user] } : named;
    const operation = { ...raw, i: 1, id: crypto.randomUUID(), x, p, ...('s' in raw ? { s: 's01' } : {}) };
    const request = { proto: 1, nonce: 'n', user: people.supervisor.user, dev: crypto.randomUUID(), ops: [operation] };
    const { data } = await server.call('sync.exchange', { method: 'POST', cookie: supervisor, input: request });
    expect(data.ack).toEqual({ i: 1, id: operation.id });
    expect((data.aside ?? []).filter(({ code }: { code: string }) => NOT_UNDERSTOOD.includes(code))).toEqual([]);
  },
);
