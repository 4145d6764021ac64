import { begunAnalysis, newAnalysis, someHash, type TestServer } from '../testing/index.ts';

const open = async (server: TestServer, admin: string) => {
  const id = await begunAnalysis(server, server.own.people.technician.user);
  return { id, revision: (await server.call('vision.get', { cookie: admin, input: { id } })).data.revision };
};
const stands = { none: 'what is asked of a model stands in the ledger of calls' };

/** The doors of photo analysis in the list of acts. */
export const visionDoors = {
  'vision.analyze': { input: () => ({ id: newAnalysis(), photo: { sha: someHash(), size: 9 }, language: 'fr' }), act: stands },
  'vision.again': {
    input: async (server: TestServer) => ({ id: await begunAnalysis(server, server.own.people.admin.user, { state: 'failed' }) }),
    act: stands,
  },
  'vision.stop': {
    input: async (server: TestServer) => ({ id: await begunAnalysis(server, server.own.people.technician.user, { state: 'queued' }) }),
    act: 'analysis.stop',
  },
  'vision.decide': { input: async (s: TestServer, a: string) => ({ ...(await open(s, a)), outcome: 'accept' }), act: 'analysis.accept' },
} as const;
