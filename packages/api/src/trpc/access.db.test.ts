import type { ExecutionId } from '@heliograph/domain';
import { emptyDraft } from '@heliograph/domain/procedure/draft';
import type { AnyTRPCProcedure } from '@trpc/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  askInLines,
  begunAnalysis,
  begunExecution,
  begunTalk,
  newAnalysis,
  newExecution,
  newTalk,
  scriptedPhone,
  type TestOrganisation,
  type TestServer,
  testServer,
} from '../testing/index.ts';
import { deskRows } from './access-desk.ts';
import { modelRows } from './access-models.ts';
import { talkRows } from './access-talks.ts';
import { visionRows } from './access-vision.ts';
import type { Meta } from './init.ts';
import { appRouter } from './router.ts';

type Who = 'nobody' | 'technician' | 'supervisor' | 'admin' | 'stranger';
type Outcome = 'ok' | 'SIGNED_OUT' | 'NOT_ALLOWED' | 'NOT_FOUND' | 'INVALID' | 'CONFLICT' | 'wrong_user';

interface Row {
  readonly input: (own: TestOrganisation, execution: ExecutionId) => unknown;
  readonly outcomes: Readonly<Record<Who, Outcome>>;
}

const nothing = () => undefined;
const everybodyHere = { nobody: 'SIGNED_OUT', technician: 'ok', supervisor: 'ok', admin: 'ok' } as const;
const administration = { nobody: 'SIGNED_OUT', technician: 'NOT_ALLOWED', supervisor: 'NOT_ALLOWED', admin: 'ok' } as const;
const everyoneSame = (outcome: Outcome) => ({ nobody: outcome, technician: outcome, supervisor: outcome, admin: outcome, stranger: outcome });
const unknownPerson = () => ({ id: crypto.randomUUID() });
const unknownHandle = () => ({ handle: crypto.randomUUID() });
const unknownLink = () => ({ token: 'a'.repeat(43), password: 'x' });
const theTechnician = ({ people }: TestOrganisation) => ({ id: people.technician.user });
const unknownRecord = () => ({ id: crypto.randomUUID(), revision: 1 });
const someSite = { name: 'X', code: 'X', timeZone: 'Europe/Paris' };
const someAsset = { parent: null, type: 'fence', name: 'X', code: 'X', position: 1, attributes: {} };
const unknownSlug = ({ canary }: TestOrganisation) => ({ slug: canary });
const each = (doors: readonly string[], row: Row) => Object.fromEntries(doors.map((door) => [door, row]));
const aTip = { title: { fr: 'T', en: 'T' }, content: { fr: 'C', en: 'C' }, language: null, category: 'safety', tags: [], links: {}, photos: [] };
const unknownProcedure = () => ({ slug: 'aucune' });
const unknownProposal = () => ({ slug: 'aucune', proposal: crypto.randomUUID(), reason: 'non' });
const talk = newTalk();
const analysis = newAnalysis();
const office = { nobody: 'SIGNED_OUT', technician: 'NOT_ALLOWED', supervisor: 'ok', admin: 'ok' } as const;

/**
 * Every door × everybody. `stranger` is the supervisor of the other organisation, who asks with this organisation's ids; where nothing names
 * an id the stranger sees their own things, and the canaries below show that they see nothing else.
 */
const MATRIX: Readonly<Record<string, Row>> = {
  'auth.signIn': {
    input: () => ({ email: 'x@x.test', password: 'x' }),
    outcomes: { nobody: 'SIGNED_OUT', technician: 'SIGNED_OUT', supervisor: 'SIGNED_OUT', admin: 'SIGNED_OUT', stranger: 'SIGNED_OUT' },
  },
  'auth.welcome': { input: nothing, outcomes: { nobody: 'ok', technician: 'ok', supervisor: 'ok', admin: 'ok', stranger: 'ok' } },
  'auth.signOut': { input: nothing, outcomes: { nobody: 'ok', technician: 'ok', supervisor: 'ok', admin: 'ok', stranger: 'ok' } },
  'auth.me': { input: nothing, outcomes: { ...everybodyHere, stranger: 'ok' } },
  'auth.rename': { input: () => ({ name: ' ' }), outcomes: { ...everyoneSame('INVALID'), nobody: 'SIGNED_OUT' } },
  'auth.changePassword': {
    input: () => ({ current: 'x', next: 'y' }),
    outcomes: { nobody: 'SIGNED_OUT', technician: 'SIGNED_OUT', supervisor: 'SIGNED_OUT', admin: 'SIGNED_OUT', stranger: 'SIGNED_OUT' },
  },
  'auth.confirm': {
    input: () => ({ password: 'x' }),
    outcomes: { nobody: 'SIGNED_OUT', technician: 'SIGNED_OUT', supervisor: 'SIGNED_OUT', admin: 'SIGNED_OUT', stranger: 'SIGNED_OUT' },
  },
  'auth.sessions': { input: nothing, outcomes: { ...everybodyHere, stranger: 'ok' } },
  'auth.endSession': {
    input: unknownHandle,
    outcomes: { nobody: 'SIGNED_OUT', technician: 'NOT_FOUND', supervisor: 'NOT_FOUND', admin: 'NOT_FOUND', stranger: 'NOT_FOUND' },
  },
  'auth.endOtherSessions': { input: nothing, outcomes: { ...everybodyHere, stranger: 'ok' } },
  'preference.get': { input: nothing, outcomes: { ...everybodyHere, stranger: 'ok' } },
  'preference.set': { input: () => ({ theme: 'soleil' }), outcomes: { ...everybodyHere, stranger: 'ok' } },
  'activity.list': { input: nothing, outcomes: { ...office, stranger: 'ok' } },
  'organisation.get': { input: nothing, outcomes: { ...office, stranger: 'ok' } },
  'organisation.update': { input: () => ({ revision: 0 }), outcomes: { ...administration, admin: 'CONFLICT', stranger: 'NOT_ALLOWED' } },
  'person.list': { input: nothing, outcomes: { ...office, stranger: 'ok' } },
  'person.get': { input: theTechnician, outcomes: { ...office, stranger: 'NOT_FOUND' } },
  'person.invite': {
    input: () => ({ email: 'new@own.test', name: 'Nouvelle', role: 'technician', language: 'fr' }),
    outcomes: { ...office, stranger: 'ok' },
  },
  'person.update': {
    input: (own) => ({ ...theTechnician(own), revision: 0, name: 'X' }),
    outcomes: { ...administration, admin: 'CONFLICT', stranger: 'NOT_ALLOWED' },
  },
  'person.changeEmail': {
    input: (own) => ({ ...theTechnician(own), revision: 0, email: 'other@own.test' }),
    outcomes: { ...administration, admin: 'CONFLICT', stranger: 'NOT_ALLOWED' },
  },
  'person.reset': { input: theTechnician, outcomes: { ...administration, stranger: 'NOT_ALLOWED' } },
  'person.suspend': { input: unknownPerson, outcomes: { ...administration, admin: 'NOT_FOUND', stranger: 'NOT_ALLOWED' } },
  'person.resume': { input: unknownPerson, outcomes: { ...administration, admin: 'NOT_FOUND', stranger: 'NOT_ALLOWED' } },
  'person.deactivate': { input: unknownPerson, outcomes: { ...administration, admin: 'NOT_FOUND', stranger: 'NOT_ALLOWED' } },
  'person.endSessions': { input: unknownPerson, outcomes: { ...administration, admin: 'NOT_FOUND', stranger: 'NOT_ALLOWED' } },
  'invitation.list': { input: nothing, outcomes: { ...office, stranger: 'ok' } },
  'invitation.revoke': { input: unknownPerson, outcomes: { ...office, supervisor: 'NOT_FOUND', admin: 'NOT_FOUND', stranger: 'NOT_FOUND' } },
  'invitation.look': { input: unknownLink, outcomes: { ...everyoneSame('NOT_FOUND') } },
  'invitation.accept': { input: unknownLink, outcomes: { ...everyoneSame('NOT_FOUND') } },
  'setup.create': {
    input: () => ({
      ...{ code: 'WRONG', organisation: { name: 'X', language: 'fr', timeZone: 'Europe/Paris' }, site: { name: 'S', code: 'S' } },
      admin: { name: 'A', email: 'a@a.test', password: 'x' },
    }),
    outcomes: { ...everyoneSame('NOT_ALLOWED') },
  },
  'procedure.list': { input: nothing, outcomes: { ...everybodyHere, stranger: 'ok' } },
  'procedure.get': { input: ({ procedure }) => ({ hash: procedure }), outcomes: { ...everybodyHere, stranger: 'NOT_FOUND' } },
  'procedure.shelf': { input: nothing, outcomes: { ...office, stranger: 'ok' } },
  'procedure.page': { input: () => ({ slug: 'essai-own' }), outcomes: { ...office, stranger: 'NOT_FOUND' } },
  'procedure.verify': { input: ({ procedure }) => ({ hash: procedure }), outcomes: { ...everybodyHere, stranger: 'NOT_FOUND' } },
  'procedure.compare': {
    input: ({ procedure }) => ({ slug: 'essai-own', from: procedure, to: 'draft' }),
    outcomes: { ...office, stranger: 'NOT_FOUND' },
  },
  'procedure.draft': { input: () => ({ slug: 'essai-own' }), outcomes: { ...office, stranger: 'NOT_FOUND' } },
  'procedure.check': { input: () => ({ slug: 'essai-own' }), outcomes: { ...office, stranger: 'NOT_FOUND' } },
  'procedure.create': {
    input: ({ canary }) => ({ title: `Nouvelle ${canary}`, steps: [] }),
    outcomes: { ...administration, stranger: 'NOT_ALLOWED' },
  },
  'procedure.update': {
    input: () => ({ slug: 'aucune', title: 'X', steps: [] }),
    outcomes: { ...administration, admin: 'NOT_FOUND', stranger: 'NOT_ALLOWED' },
  },
  'procedure.saveDraft': {
    input: () => ({ slug: 'aucune', revision: 0, document: emptyDraft('aucune') }),
    outcomes: { ...administration, admin: 'NOT_FOUND', stranger: 'NOT_ALLOWED' },
  },
  'procedure.discardDraft': {
    input: () => ({ slug: 'aucune', revision: 0 }),
    outcomes: { ...administration, admin: 'NOT_FOUND', stranger: 'NOT_ALLOWED' },
  },
  'procedure.export': { input: ({ procedure }) => ({ hash: procedure }), outcomes: { ...everybodyHere, stranger: 'NOT_FOUND' } },
  'procedure.exportXlsform': { input: ({ procedure }) => ({ hash: procedure }), outcomes: { ...everybodyHere, stranger: 'NOT_FOUND' } },
  'procedure.import': { input: () => ({ text: '{}' }), outcomes: { ...administration, admin: 'INVALID', stranger: 'NOT_ALLOWED' } },
  'procedure.importXlsform': {
    input: () => ({ file: btoa('type,name,label'), name: 'x.csv' }),
    outcomes: { ...administration, stranger: 'NOT_ALLOWED' },
  },
  'procedure.attend': { input: () => ({ slug: 'essai-own' }), outcomes: { ...administration, stranger: 'NOT_ALLOWED' } },
  'procedure.duplicate': { input: unknownProcedure, outcomes: { ...administration, admin: 'NOT_FOUND', stranger: 'NOT_ALLOWED' } },
  'procedure.publish': {
    input: () => ({ slug: 'aucune', revision: 1 }),
    outcomes: { ...administration, admin: 'NOT_FOUND', stranger: 'NOT_ALLOWED' },
  },
  'procedure.approve': { input: unknownProposal, outcomes: { ...office, supervisor: 'NOT_FOUND', admin: 'NOT_FOUND', stranger: 'NOT_FOUND' } },
  'procedure.reject': { input: unknownProposal, outcomes: { ...office, supervisor: 'NOT_FOUND', admin: 'NOT_FOUND', stranger: 'NOT_FOUND' } },
  'procedure.archive': { input: unknownProcedure, outcomes: { ...administration, admin: 'NOT_FOUND', stranger: 'NOT_ALLOWED' } },
  'procedure.restore': { input: unknownProcedure, outcomes: { ...administration, admin: 'NOT_FOUND', stranger: 'NOT_ALLOWED' } },
  'execution.list': { input: nothing, outcomes: { ...everybodyHere, stranger: 'ok' } },
  'execution.get': { input: (_, id) => ({ id }), outcomes: { ...everybodyHere, stranger: 'NOT_FOUND' } },
  'site.list': { input: nothing, outcomes: { ...everybodyHere, stranger: 'ok' } },
  'site.get': { input: ({ site }) => ({ id: site }), outcomes: { ...everybodyHere, stranger: 'NOT_FOUND' } },
  'site.tree': { input: ({ site }) => ({ id: site }), outcomes: { ...everybodyHere, stranger: 'NOT_FOUND' } },
  'site.create': {
    input: ({ canary }) => ({ name: `Nouveau ${canary}`, code: crypto.randomUUID(), timeZone: 'Europe/Paris' }),
    outcomes: { ...administration, stranger: 'NOT_ALLOWED' },
  },
  'site.update': {
    input: ({ site }) => ({ ...someSite, id: site, revision: 0 }),
    outcomes: { ...administration, admin: 'CONFLICT', stranger: 'NOT_ALLOWED' },
  },
  'site.retire': { input: unknownRecord, outcomes: { ...administration, admin: 'NOT_FOUND', stranger: 'NOT_ALLOWED' } },
  'site.restore': { input: unknownRecord, outcomes: { ...administration, admin: 'NOT_FOUND', stranger: 'NOT_ALLOWED' } },
  'asset.list': { input: nothing, outcomes: { ...everybodyHere, stranger: 'ok' } },
  'asset.get': { input: ({ asset }) => ({ id: asset }), outcomes: { ...everybodyHere, stranger: 'NOT_FOUND' } },
  'asset.create': { input: ({ site }) => ({ site, type: 'fence' }), outcomes: { ...administration, stranger: 'NOT_ALLOWED' } },
  'asset.update': {
    input: ({ asset }) => ({ ...someAsset, id: asset, revision: 0 }),
    outcomes: { ...administration, admin: 'CONFLICT', stranger: 'NOT_ALLOWED' },
  },
  'asset.retire': { input: unknownRecord, outcomes: { ...administration, admin: 'NOT_FOUND', stranger: 'NOT_ALLOWED' } },
  'asset.restore': { input: unknownRecord, outcomes: { ...administration, admin: 'NOT_FOUND', stranger: 'NOT_ALLOWED' } },
  'asset.import': {
    input: ({ site }) => ({ site, file: btoa('code;type'), dryRun: true }),
    outcomes: { ...administration, stranger: 'NOT_ALLOWED' },
  },
  'assignment.list': { input: nothing, outcomes: { ...everybodyHere, stranger: 'ok' } },
  'assignment.create': {
    input: ({ site, procedure, people }) => ({ procedure, siteId: site, personIds: [people.technician.user], day: '2026-06-01' }),
    outcomes: { ...office, stranger: 'NOT_FOUND' },
  },
  'assignment.withdraw': {
    input: (_, id) => ({ id, reason: 'orage' }),
    outcomes: { ...office, supervisor: 'NOT_FOUND', admin: 'NOT_FOUND', stranger: 'NOT_FOUND' },
  },
  'remark.list': { input: nothing, outcomes: { ...office, stranger: 'ok' } },
  'remark.save': {
    input: () => ({ revision: 0, remarks: [] }),
    outcomes: { ...office, supervisor: 'CONFLICT', admin: 'CONFLICT', stranger: 'CONFLICT' },
  },
  ...deskRows,
  ...modelRows,
  ...talkRows(talk),
  ...visionRows(analysis),
  'retrieval.search': { input: () => ({ query: 'onduleur' }), outcomes: { ...everybodyHere, stranger: 'ok' } },
  'review.approve': {
    input: (_, id) => ({ id, seen: 0 }),
    outcomes: { ...office, supervisor: 'CONFLICT', admin: 'CONFLICT', stranger: 'NOT_FOUND' },
  },
  'review.return': {
    input: (_, id) => ({ id, seen: 0, note: 'à revoir' }),
    outcomes: { ...office, supervisor: 'CONFLICT', admin: 'CONFLICT', stranger: 'NOT_FOUND' },
  },
  'starter.list': { input: nothing, outcomes: { ...office, stranger: 'ok' } },
  'starter.compare': { input: unknownSlug, outcomes: { ...office, supervisor: 'NOT_FOUND', admin: 'NOT_FOUND', stranger: 'NOT_FOUND' } },
  ...each(['starter.take', 'starter.decline'], { input: unknownSlug, outcomes: { ...administration, admin: 'NOT_FOUND', stranger: 'NOT_ALLOWED' } }),
  'tip.list': { input: nothing, outcomes: { ...everybodyHere, stranger: 'ok' } },
  'tip.create': { input: () => aTip, outcomes: { ...everybodyHere, stranger: 'ok' } },
  ...each(['tip.get', 'tip.update', 'tip.submit', 'tip.archive', 'tip.rate'], {
    input: () => ({ ...aTip, ...unknownRecord(), useful: true }),
    outcomes: { ...everyoneSame('NOT_FOUND'), nobody: 'SIGNED_OUT' },
  }),
  ...each(['tip.approve', 'tip.reject'], {
    input: () => ({ ...unknownRecord(), reason: 'à préciser' }),
    outcomes: { ...office, supervisor: 'NOT_FOUND', admin: 'NOT_FOUND', stranger: 'NOT_FOUND' },
  }),
  'export.executions': { input: nothing, outcomes: { ...everybodyHere, stranger: 'ok' } },
  'execution.receipt': { input: (_, id) => ({ id }), outcomes: { ...everybodyHere, stranger: 'NOT_FOUND' } },
  'device.list': { input: nothing, outcomes: { ...office, stranger: 'ok' } },
  'device.dismiss': {
    input: () => ({ handle: 'unknown' }),
    outcomes: { ...administration, admin: 'NOT_FOUND', stranger: 'NOT_ALLOWED' },
  },
  'device.handIn': {
    input: ({ people }) => ({ author: people.technician.user, operations: [{ i: 1, id: crypto.randomUUID(), k: 'x' }] }),
    outcomes: { ...administration, stranger: 'NOT_ALLOWED' },
  },
  'live.pokes': { input: nothing, outcomes: { ...everybodyHere, stranger: 'ok' } },
  'sync.exchange': {
    input: ({ people }) => ({ proto: 1, user: people.technician.user, dev: crypto.randomUUID(), nonce: 'n' }),
    outcomes: { nobody: 'SIGNED_OUT', technician: 'ok', supervisor: 'wrong_user', admin: 'wrong_user', stranger: 'wrong_user' },
  },
};

// tRPC types its record of procedures loosely.
const doors = Object.entries(appRouter._def.procedures as unknown as Record<string, AnyTRPCProcedure>);
const metaOf = (door: AnyTRPCProcedure): Meta | undefined => door._def.meta as Meta | undefined;

let server: TestServer;
let execution: ExecutionId;
beforeAll(async () => {
  server = await testServer();
  execution = await begunExecution(server, server.own);
  await begunExecution(server, server.other);
  await begunTalk(server, server.own.people.technician.user, talk);
  await begunAnalysis(server, server.own.people.technician.user, { id: analysis });
});
afterAll(() => server.close());

/** A new session each time: one door ends it. */
const cookieFor = async (who: Who): Promise<{ cookie?: string }> => {
  if (who === 'nobody') return {};
  return { cookie: await server.signIn(who === 'stranger' ? server.other.people.supervisor : server.own.people[who]) };
};

async function ask(path: string, who: Who, input: unknown): Promise<{ outcome: string; text: string }> {
  const type = doors.find(([name]) => name === path)?.[1]._def.type;
  const session = await cookieFor(who);
  if (type === 'subscription') return listen(path, session);
  if (IN_LINES.has(path)) {
    const text = await askInLines(server, path, { ...session, input });
    return { outcome: /"code":"([A-Z_]+)"/.exec(text)?.[1] ?? 'ok', text };
  }
  const { data, error, text } = await server.call(path, { input, ...session, method: type === 'mutation' ? 'POST' : 'GET' });
  const outcome = error?.code ?? (data?.kind === 'wrong_user' ? 'wrong_user' : 'ok');
  return { outcome, text };
}

/** Doors that answer in lines. */
const IN_LINES: ReadonlySet<string> = new Set(['conversation.send', 'conversation.follow']);

/** The first event of a stream, then the stream is left. */
async function listen(path: string, { cookie }: { cookie?: string }): Promise<{ outcome: string; text: string }> {
  const leaving = new AbortController();
  const headers = { accept: 'text/event-stream', ...(cookie === undefined ? {} : { cookie }) };
  const answer = await server.handlers.trpc(new Request(`http://localhost:3000/api/trpc/${path}`, { headers, signal: leaving.signal }));
  const reader = answer.body?.getReader();
  let text = '';
  while (!/seq|"code"/.test(text)) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done) break;
    text += new TextDecoder().decode(value);
  }
  leaving.abort();
  await reader?.cancel().catch(() => undefined);
  return { outcome: /"code":"([A-Z_]+)"/.exec(text)?.[1] ?? 'ok', text };
}

test('every door has a row in the matrix, and every row a door', () => {
  expect(doors.map(([path]) => path).toSorted()).toEqual(Object.keys(MATRIX).toSorted());
});

test('every door declares its permission; these few are open to everybody', () => {
  expect(doors.filter(([, door]) => metaOf(door)?.permission === undefined).map(([path]) => path)).toEqual([]);
  expect(
    doors
      .filter(([, door]) => metaOf(door)?.permission === 'public')
      .map(([path]) => path)
      .toSorted(),
  ).toEqual(['auth.signIn', 'auth.signOut', 'auth.welcome', 'invitation.accept', 'invitation.look', 'setup.create']);
});

describe.each(Object.entries(MATRIX))('%s', (path, { input, outcomes }) => {
  test.each(Object.entries(outcomes))('for %s: %s', async (who, expected) => {
    // The keys of the record are exactly these.
    const { outcome, text } = await ask(path, who as Who, input(server.own, execution));
    expect(outcome).toBe(expected);
    const [mine, foreign] = who === 'stranger' ? [server.other, server.own] : [server.own, server.other];
    expect(text).not.toContain(foreign.canary);
    // The other way round: these answers do hold texts, so a leak would have been seen.
    if (outcome === 'ok' && /^(procedure|execution|site|asset|device|person|organisation|activity)\.(list|get|tree)|export\.|auth\.me/.test(path))
      expect(text).toContain(mine.canary);
  });
});

test('a technician does not see a site they are not assigned to, nor what happens there', async () => {
  const { people, farSite } = server.own;
  const [technician, supervisor] = [await cookieFor('technician'), await cookieFor('supervisor')];
  const phone = scriptedPhone(server, people.supervisor, supervisor.cookie ?? '');
  const x = newExecution();
  phone.record({ k: 'start', x, p: { procedure: server.own.procedure, site: farSite, roles: [] }, at: Date.now() });
  expect(await phone.send()).toMatchObject({ kind: 'ok' });
  const seenBy = async (session: { cookie?: string }) => ({
    get: (await server.call('execution.get', { ...session, input: { id: x } })).status,
    tree: (await server.call('site.tree', { ...session, input: { id: farSite } })).status,
    listed: (await server.call('execution.list', session)).text.includes(x),
    site: (await server.call('site.list', session)).text.includes(farSite),
  });
  expect(await seenBy(supervisor)).toEqual({ get: 200, tree: 200, listed: true, site: true });
  expect(await seenBy(technician)).toEqual({ get: 404, tree: 404, listed: false, site: false });
});

test('not found and not yours answer alike', async () => {
  const session = await cookieFor('stranger');
  const foreign = await server.call('execution.get', { ...session, input: { id: execution } });
  const unknown = await server.call('execution.get', { ...session, input: { id: crypto.randomUUID() } });
  expect({ ...foreign.error, requestId: '' }).toEqual({ ...unknown.error, requestId: '' });
  expect(foreign.status).toBe(unknown.status);
});
