import { createHash } from 'node:crypto';
import type { Script } from '@heliograph/ai/testing';
import { withOrg } from '@heliograph/db';
import { photoHashSchema } from '@heliograph/domain';
import { analysisIdSchema } from '@heliograph/domain/vision';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Eyes, KEY, openEyes, saw, sawDefect } from '../testing/eyes.ts';
import { newExecution, ORIGIN, scriptedPhone } from '../testing/index.ts';
import { wakeAll } from './take-up.service.ts';

let eyes: Eyes;
beforeAll(async () => {
  eyes = await openEyes();
});
afterEach(() => eyes.rest());
afterAll(() => eyes.close());

const changeSettings = async (change: object) => {
  const { admin } = eyes.desks;
  return admin.refusal('ai.update', { revision: (await admin.ask('ai.settings')).revision, ...change });
};

describe('a photo is asked about', () => {
  test('before its bytes are here: it waits, goes on by itself when they are, and is asked of the model once', async () => {
    eyes.says({ json: saw() });
    const { technician } = eyes.desks;
    const { own } = eyes.server;
    const { bytes, named } = await eyes.photo();
    const input = { id: crypto.randomUUID(), photo: named, language: 'fr', asset: own.asset };
    expect(await technician.do('vision.analyze', input)).toMatchObject({ state: 'waiting', proposal: null, call: null, mayDecide: false });
    expect((await technician.do('vision.analyze', input)).state).toBe('waiting');
    const before = (await technician.ask('ai.budget')).own.spent;
    await eyes.send(named.sha, bytes);
    const view = await eyes.settled(input.id);
    expect(view).toMatchObject({
      ...{ state: 'proposed', band: 'sure', photo: named.sha, asset: { id: own.asset }, site: { id: own.site } },
      proposal: { condition: 'damaged', heldBack: 0, defects: [{ class: 'connector_burnt', severity: 5, band: 'sure', at: 0 }] },
      call: { model: 'eye', promptVersion: 'photo-1', confidence: 0.85, threshold: 0.6 },
    });
    expect(view.proposal.defects[0].label.fr).toMatch(/brûlé/);
    expect(view.proposal.mustSay).toContain('live_in_daylight');
    expect((await technician.do('vision.analyze', input)).state).toBe('proposed');
    expect(eyes.models.asked.map(({ pictures }) => pictures)).toEqual([1]);
    expect(view.call.cost).toBeGreaterThan(0);
    expect((await technician.ask('ai.budget')).own.spent - before).toBe(view.call.cost);
  });

  test('of the plant the model learns what it looks at; the key stays in its header, and no tool is offered', async () => {
    eyes.says({ json: saw() });
    await eyes.asked({ asset: eyes.server.own.asset });
    await eyes.server.deps.hub.idle();
    const [one] = eyes.models.asked;
    expect(one?.question).toContain('string_inverter');
    expect(one?.body['max_tokens']).toBe(500);
    expect(JSON.stringify(one?.body)).not.toContain(KEY);
    expect(Object.keys(one?.body ?? {}).toSorted()).toEqual(['max_tokens', 'messages', 'model', 'response_format', 'temperature']);
  });

  test('a step’s photo is asked about by whoever may see its execution, and its hash opens nothing to anybody else', async () => {
    eyes.says({ json: saw() });
    const { technician, supervisor } = eyes.desks;
    const { procedure, farSite, people } = eyes.server.own;
    const { bytes, named } = await eyes.photo();
    const sha = photoHashSchema.parse(named.sha);
    const phone = scriptedPhone(eyes.server, people.supervisor, supervisor.cookie);
    const x = newExecution();
    phone.record({ k: 'start', x, p: { procedure, site: farSite, roles: [] }, at: Date.now() });
    phone.record({
      k: 'photo',
      x,
      s: 's03',
      p: { sha, size: named.size, mime: 'image/jpeg', width: 64, height: 48, taken: Date.now() },
      at: Date.now(),
    });
    await phone.send();
    await eyes.send(sha, bytes, 'supervisor');
    const input = { id: crypto.randomUUID(), photo: named, language: 'en', execution: x, step: 's03' };
    expect(await technician.refused('vision.analyze', input)).toBe('NOT_FOUND execution');
    expect(await technician.refused('vision.analyze', { ...input, execution: undefined })).toBe('NOT_FOUND photo');
    expect((await supervisor.do('vision.analyze', input)).state).not.toBe('waiting');
    expect(await eyes.settled(input.id, 'supervisor')).toMatchObject({ state: 'proposed', execution: x, step: 's03', site: { id: farSite } });
    expect((await eyes.server.call('vision.get', { cookie: technician.cookie, input: { id: input.id } })).error?.code).toBe('NOT_FOUND');
    const listed = async (who: 'technician' | 'supervisor') => (await eyes.desks[who].ask('vision.list', { executionId: x })).items.length;
    expect([await listed('technician'), await listed('supervisor')]).toEqual([0, 1]);
  });

  test('a photo that was only asked about is shown to its author and to the office, never to another organisation', async () => {
    eyes.says({ json: saw() });
    const { sha } = await eyes.asked();
    const stranger = await eyes.server.signIn(eyes.server.other.people.supervisor);
    const see = async (cookie: string) =>
      (await eyes.server.handlers.photo(new Request(`${ORIGIN}/api/photos/${sha}`, { headers: { cookie } }))).status;
    expect([await see(eyes.desks.technician.cookie), await see(eyes.desks.supervisor.cookie), await see(stranger)]).toEqual([200, 200, 404]);
  });

  test('two who hold the same photo both ask about it; its name without its bytes opens nothing', async () => {
    eyes.says({ json: saw() });
    const { technician, supervisor } = eyes.desks;
    const { bytes, named } = await eyes.photo();
    const ask = (more: object = {}) => ({ id: crypto.randomUUID(), photo: named, language: 'fr', ...more });
    const proofOf = (id: string, of: Uint8Array) => createHash('sha256').update(id).update(of).digest('hex');
    const input = ask();
    await supervisor.do('vision.analyze', ask());
    // While the bytes are on their way there is nothing to compare with: the phone asks again until there is.
    expect(await technician.refused('vision.analyze', { ...input, possession: proofOf(input.id, bytes) })).toBe('NOT_FOUND photo');
    await eyes.send(named.sha, bytes, 'supervisor');
    expect(await technician.refused('vision.analyze', input)).toBe('NOT_FOUND photo');
    for (const possession of [named.sha, proofOf(crypto.randomUUID(), bytes), proofOf(input.id, bytes.subarray(1))])
      expect(await technician.refused('vision.analyze', { ...input, possession })).toBe('NOT_FOUND photo');
    await technician.do('vision.analyze', { ...input, possession: proofOf(input.id, bytes) });
    expect((await eyes.settled(input.id)).state).toBe('proposed');
    expect((await technician.ask('vision.list', { mine: true, limit: 1 })).items[0].id).toBe(input.id);
  });

  test('an analysis is found by its state, its band, its equipment and its author, page by page', async () => {
    eyes.says({ json: saw() });
    const { asset } = eyes.server.own;
    const ids = [await eyes.asked({ asset }, 'admin'), await eyes.asked({ asset }, 'admin'), await eyes.asked({}, 'admin')].map(({ id }) => id);
    await eyes.server.deps.hub.idle();
    const list = (filter: object) => eyes.desks.admin.ask('vision.list', { mine: true, ...filter });
    const idsIn = async (filter: object) => (await list(filter)).items.map(({ id }: { id: string }) => id);
    expect(await idsIn({ states: ['proposed'], band: 'sure' })).toEqual(ids.toReversed());
    expect(await idsIn({ assetId: asset })).toEqual(ids.slice(0, 2).toReversed());
    expect(await idsIn({ states: ['decided'] })).toEqual([]);
    const first = await list({ limit: 2 });
    expect(await idsIn({ limit: 2, cursor: first.nextCursor })).toEqual(ids.slice(0, 1));
  });
});

describe('what is not sure is not said', () => {
  test('below the threshold there is a word, and no verdict to anybody', async () => {
    eyes.says({ json: saw({ confidence: 0.5 }) });
    const { id } = await eyes.asked();
    for (const who of ['technician', 'supervisor'] as const) {
      const view = await eyes.settled(id, who);
      expect(view).toMatchObject({ state: 'proposed', band: 'unsure', proposal: null, defect: null });
      expect(JSON.stringify(view)).not.toMatch(/brûlé|burnt|Échauffement/);
    }
  });

  test('a defect below it is held back, and counted', async () => {
    eyes.says({ json: saw({ defects: [sawDefect('soiling', 0.2), sawDefect('connector_burnt', 0.9)] }) });
    const { id } = await eyes.asked();
    expect((await eyes.settled(id)).proposal).toMatchObject({ heldBack: 1, defects: [{ class: 'connector_burnt', at: 1 }] });
  });

  test('the organisation sets the threshold; what was proposed before keeps that of its day', async () => {
    eyes.says({ json: saw() });
    const before = await eyes.asked();
    await eyes.settled(before.id);
    expect((await changeSettings({ photoThreshold: 0.3 }))?.code).toBe('INVALID');
    expect(await changeSettings({ photoThreshold: 0.9 })).toBeUndefined();
    const after = await eyes.asked();
    expect((await eyes.settled(after.id)).band).toBe('unsure');
    expect(await eyes.settled(before.id)).toMatchObject({ band: 'sure', call: { threshold: 0.6 } });
    await changeSettings({ photoThreshold: 0.6 });
  });
});

describe('a model that misbehaves', () => {
  const cases: readonly (readonly [string, Script, object])[] = [
    ['garbage, twice', { text: 'Je vois un onduleur.' }, { state: 'none', problem: 'unreadable' }],
    ['a class of its own', { json: saw({ defects: [sawDefect('made_up', 0.9)] }) }, { state: 'none', problem: 'unreadable' }],
    ['a verdict nobody asked for', { json: { ...saw(), verdict: 'pass' } }, { state: 'none', problem: 'unreadable' }],
    ['words that nobody may be told', { json: saw({ recommendedAction: 'Débranchez sous charge.' }) }, { state: 'none', problem: 'unsafe' }],
    ['a page of a proxy', { raw: '<html>502</html>' }, { state: 'failed', problem: 'garbage' }],
    ['a line that is cut', { hangUp: true }, { state: 'failed', problem: 'unreachable' }],
    ['too many calls', { status: 429, retryAfter: 60 }, { state: 'failed', problem: 'limited' }],
    ['a wrong key', { status: 401, code: 'invalid_api_key' }, { state: 'failed', problem: 'key' }],
  ];
  test.each(cases)('%s: a word for it, nothing else, and nobody can decide about it', async (_, script, end) => {
    eyes.says(script);
    const { id } = await eyes.asked();
    const view = await eyes.settled(id);
    expect(view).toMatchObject({ ...end, proposal: null, band: null });
    const decision = { id, revision: view.revision, outcome: 'accept' };
    expect(await eyes.desks.supervisor.refused('vision.decide', decision)).toBe('CONFLICT not_proposed');
  });

  test('an answer put right in the second try is a proposal', async () => {
    let tries = 0;
    eyes.says(() => {
      tries += 1;
      return tries === 1 ? { text: '{"equipment": 1' } : { json: saw() };
    });
    const { id } = await eyes.asked();
    expect((await eyes.settled(id)).state).toBe('proposed');
    expect(tries).toBe(2);
  });

  test('asked again it may do better, and there is nothing to ask again after that', async () => {
    eyes.says({ status: 500 });
    const { id } = await eyes.asked();
    expect(await eyes.settled(id)).toMatchObject({ state: 'failed', problem: 'overloaded' });
    eyes.says({ json: saw() });
    await eyes.desks.technician.do('vision.again', { id });
    expect((await eyes.settled(id)).state).toBe('proposed');
    expect(await eyes.desks.technician.refused('vision.again', { id })).toBe('CONFLICT state');
  });
});

test('a colleague who sees an analysis does not ask again on somebody else’s account; who has to decide may', async () => {
  eyes.says({ status: 500 });
  const { id } = await eyes.asked({ site: eyes.server.own.site }, 'admin');
  expect((await eyes.settled(id)).state).toBe('failed');
  expect(await eyes.desks.technician.refused('vision.again', { id })).toBe('NOT_ALLOWED');
  eyes.says({ json: saw() });
  await eyes.desks.supervisor.do('vision.again', { id });
  expect((await eyes.settled(id)).state).toBe('proposed');
});

describe('before a model is asked', () => {
  test('one whose photo never comes is given up by who asked or who decides, by no colleague, and may be asked again', async () => {
    eyes.says({ json: saw() });
    const { technician, supervisor, admin } = eyes.desks;
    const { bytes, named } = await eyes.photo();
    const waiting = { id: crypto.randomUUID(), photo: named, language: 'fr', site: eyes.server.own.site };
    expect(await admin.do('vision.analyze', waiting)).toMatchObject({ state: 'waiting', mayStop: true, mayAskAgain: false });
    expect(await technician.ask('vision.get', { id: waiting.id })).toMatchObject({ mayStop: false });
    expect(await technician.refused('vision.stop', { id: waiting.id })).toBe('NOT_ALLOWED');
    const given = await supervisor.do('vision.stop', { id: waiting.id });
    expect(given).toMatchObject({ state: 'failed', problem: 'stopped', mayStop: false, mayAskAgain: true });
    await eyes.send(named.sha, bytes, 'admin');
    expect((await eyes.settled(waiting.id, 'admin')).state).toBe('failed');
    expect(eyes.models.asked).toEqual([]);
    await admin.do('vision.again', { id: waiting.id });
    expect((await eyes.settled(waiting.id, 'admin')).state).toBe('proposed');
    expect(await supervisor.refused('vision.stop', { id: waiting.id })).toBe('CONFLICT state');
  });

  test('an organisation whose models see nothing is told so', async () => {
    const blind = { name: 'eye', abilities: ['chat'], price: { input: 0, output: 0 }, contextLength: 8000, isOn: true };
    await eyes.desks.admin.do('provider.save', eyes.provided({ models: [blind] }));
    const { id } = await eyes.asked();
    expect(await eyes.settled(id)).toMatchObject({ state: 'failed', problem: 'no_model', call: null });
    await eyes.desks.admin.do('provider.save', eyes.provided());
    expect(eyes.models.asked).toEqual([]);
  });

  test('a budget that is used up pays for no photo', async () => {
    await changeSettings({ monthlyBudget: 1 });
    const { id } = await eyes.asked();
    expect(await eyes.settled(id)).toMatchObject({ state: 'failed', problem: 'budget_organisation' });
    await changeSettings({ monthlyBudget: null });
    expect(eyes.models.asked).toEqual([]);
  });

  test('bytes that are no photo end what waited for them', async () => {
    const bytes = Buffer.from(`not a photo ${crypto.randomUUID()}`);
    const named = { sha: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
    const id = crypto.randomUUID();
    await eyes.desks.technician.do('vision.analyze', { id, photo: named, language: 'fr' });
    await eyes.send(named.sha, bytes);
    expect(await eyes.settled(id)).toMatchObject({ state: 'failed', problem: 'photo' });
    expect(await eyes.desks.technician.refused('vision.again', { id })).toBe('CONFLICT photo');
    const late = { id: crypto.randomUUID(), photo: named, language: 'fr' };
    expect(await eyes.desks.supervisor.do('vision.analyze', late)).toMatchObject({ state: 'failed', problem: 'photo' });
  });
});

describe('nothing is lost and nothing is paid for twice', () => {
  test('many at once, one of them sent twice: each is asked once', async () => {
    eyes.says({ json: saw() });
    const { bytes, named } = await eyes.photo();
    const twice = { id: crypto.randomUUID(), photo: named, language: 'fr' };
    await Promise.all([1, 2].map(() => eyes.desks.technician.do('vision.analyze', twice)));
    await eyes.send(named.sha, bytes);
    const all = [twice, ...(await Promise.all(Array.from({ length: 5 }, () => eyes.asked())))];
    await eyes.server.deps.hub.idle();
    for (const { id } of all) expect((await eyes.settled(id)).state).toBe('proposed');
    expect(eyes.models.asked).toHaveLength(6);
  });

  /** Leaves an analysis as a process that was killed over it does. */
  const killedOver = (id: string, startedAt: number) =>
    withOrg(eyes.server.deps.db, eyes.server.own, async (tx) => {
      await tx
        .updateTable('photoAnalysis')
        .set({ state: 'analysing', aliveAt: new Date(Date.now() - 60_000), startedAt: new Date(startedAt) })
        .where('orgId', '=', tx.org)
        .where('id', '=', analysisIdSchema.parse(id))
        .execute();
    });

  test('one whose server died before a model was asked is taken up again', async () => {
    eyes.says({ json: saw() });
    const { id } = await eyes.asked();
    await eyes.settled(id);
    await killedOver(id, Date.now() + 60_000);
    await wakeAll(eyes.server.deps);
    expect((await eyes.settled(id)).state).toBe('proposed');
    expect(eyes.models.asked).toHaveLength(2);
  });

  test('one whose server died while a model was asked fails plainly, and is not paid for again', async () => {
    eyes.says({ json: saw() });
    const { id } = await eyes.asked();
    await eyes.settled(id);
    const spent = async () => (await eyes.desks.technician.ask('ai.budget')).own.spent;
    const before = await spent();
    await killedOver(id, 0);
    await wakeAll(eyes.server.deps);
    expect(await eyes.settled(id)).toMatchObject({ state: 'failed', problem: 'cut', proposal: null });
    expect(await spent()).toBe(before);
    expect(eyes.models.asked).toHaveLength(1);
  });
});
