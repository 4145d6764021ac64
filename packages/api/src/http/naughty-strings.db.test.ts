import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { begunExecution, type Desk, deskOf, scriptedPhone, type TestServer, testServer } from '../testing/index.ts';
import { NAUGHTY, UNSTORABLE } from '../testing/naughty-strings.ts';

let server: TestServer;
let admin: Desk;
let technician: Desk;
beforeAll(async () => {
  server = await testServer();
  admin = await deskOf(server, server.own.people.admin);
  technician = await deskOf(server, server.own.people.technician);
});
afterAll(() => server.close());

/** One text field: how a person fills it, and what is read there afterwards. */
interface Field {
  readonly write: (text: string) => { readonly path: string; readonly input: object };
  readonly read: (written: { readonly id: string }) => Promise<unknown>;
}

const note = (text: string) => ({ fr: text, en: text });
const tip = { language: null, category: 'safety', tags: [], links: {}, photos: [] };

const work = () => ({ procedure: server.own.procedure, siteId: server.own.site, personIds: [server.own.people.technician.user], day: '2026-06-01' });

const FIELDS: Readonly<Record<string, Field>> = {
  'name of equipment': {
    write: (name) => ({ path: 'asset.create', input: { site: server.own.site, type: 'fence', name, code: crypto.randomUUID() } }),
    read: async ({ id }) => (await admin.ask('asset.get', { id })).asset.name,
  },
  'content of a tip': {
    write: (text) => ({ path: 'tip.create', input: { ...tip, id: crypto.randomUUID(), title: note('x'), content: note(text) } }),
    read: async ({ id }) => (await admin.ask('tip.get', { id })).tip.content.en,
  },
  'what was reported, on work that is given': {
    write: (symptom) => ({ path: 'assignment.create', input: { ...work(), reported: { symptom } } }),
    read: async ({ id }) => (await admin.ask('execution.get', { id })).history[0].operation.p.reported.symptom,
  },
};

test('a procedure whose title no database holds is refused, and a proposal under no id is none (both were answered 500)', async () => {
  for (const text of UNSTORABLE) {
    expect(await admin.refused('procedure.create', { title: note(text) })).toMatch(/^INVALID/);
    expect(await admin.refused('procedure.duplicate', { slug: 'essai-own', title: note(text) })).toMatch(/^INVALID/);
  }
  expect(await admin.refused('procedure.approve', { slug: 'essai-own', proposal: 'mk1' })).toMatch(/^INVALID/);
});

describe('whatever a person writes', () => {
  test.each(Object.entries(FIELDS))('%s: kept to the letter, and what no database holds is refused with a reason', async (_name, { write, read }) => {
    for (const text of NAUGHTY) {
      const { path, input } = write(text);
      expect(await read(await admin.do(path, input)), JSON.stringify(text)).toBe(text);
    }
    for (const text of UNSTORABLE) {
      const { path, input } = write(text);
      expect(await admin.refused(path, input), JSON.stringify(text)).toMatch(/^INVALID/);
    }
  });

  test('a remark and an answer of the field: each record arrives as it was written, and one that cannot be stored stops none of the others', async () => {
    const x = await begunExecution(server, server.own);
    const phone = scriptedPhone(server, server.own.people.technician, technician.cookie);
    for (const text of [...NAUGHTY, ...UNSTORABLE]) {
      phone.record({ k: 'comment', x, p: { text }, at: Date.now() });
      phone.record({ k: 'skip', x, s: 's02', p: { reason: text }, at: Date.now() });
    }
    const answer = await phone.send();
    expect(answer.kind === 'ok' && answer.aside?.map(({ state, code }) => [state, code])).toEqual(
      UNSTORABLE.flatMap(() => [
        ['rejected', 'schema'],
        ['rejected', 'schema'],
      ]),
    );
    const { history } = await technician.ask('execution.get', { id: x });
    const told = (key: string, kind: string) =>
      history.flatMap(({ operation: { k, p } }: { operation: { k: string; p: Record<string, unknown> } }) => (k === kind ? [p[key]] : []));
    expect(told('text', 'comment')).toEqual(expect.arrayContaining([...NAUGHTY]));
    expect(told('reason', 'skip')).toEqual([...NAUGHTY]);
  });

  test.each(['site.list', 'asset.list', 'person.list', 'tip.list', 'procedure.list', 'activity.list'])(
    '%s: looked for, it finds what is so called or nothing',
    async (path) => {
      for (const query of [...NAUGHTY, '%', '_', '\\', "''", 'a & b | !c', '(((', ':*']) {
        const { status } = await server.call(path, { cookie: admin.cookie, input: { query } });
        expect([200, 400], `${path} ${JSON.stringify(query)}`).toContain(status);
      }
    },
  );
});
