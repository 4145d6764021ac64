import { type ExecutionId, executionIdSchema, uuidv7 } from '@heliograph/domain';
import { type FieldPhone, fieldPhone, newPocket } from '../demo/field-phone.ts';
import type { TestOrganisation, TestPerson, TestServer } from './test-server.ts';

export const newExecution = (): ExecutionId => executionIdSchema.parse(uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10))));

/** A phone of a test person that delivers through the HTTP door, with that person's cookie. */
export const scriptedPhone = (server: TestServer, { user }: TestPerson, cookie: string): FieldPhone =>
  fieldPhone({
    user,
    pocket: newPocket(),
    exchange: async (request) => {
      const send = () => server.call('sync.exchange', { method: 'POST', cookie, input: request });
      const answer = await send();
      if (answer.error?.code !== 'TOO_MANY') return answer.data;
      // A test is quicker than any person: the server's next second comes at once.
      server.pass(1000);
      return (await send()).data;
    },
    zone: () => 60,
  });

/** Starts an execution at the near site and answers its check; `complete` ends it as well. */
export async function begunExecution(
  server: TestServer,
  { people, procedure, site, canary }: TestOrganisation,
  end?: 'complete',
): Promise<ExecutionId> {
  const phone = scriptedPhone(server, people.technician, await server.signIn(people.technician));
  const x = newExecution();
  phone.record({ k: 'start', x, p: { procedure, site, roles: ['technician'] }, at: Date.now() });
  phone.record({ k: 'step', x, s: 's01', p: { kind: 'check', response: { value: 'ok' } }, at: Date.now() });
  phone.record({ k: 'comment', x, p: { text: `Remarque ${canary}` }, at: Date.now() });
  if (end !== undefined) phone.record({ k: end, x, p: {}, at: Date.now() });
  await phone.send();
  return x;
}

/** Work that the admin began, and a remark of the technician's, who is not on it: it waits at the server. */
export async function heldRecord(server: TestServer, { people, procedure, site, canary }: TestOrganisation): Promise<ExecutionId> {
  const x = newExecution();
  const first = scriptedPhone(server, people.admin, await server.signIn(people.admin));
  first.record({ k: 'start', x, p: { procedure, site, roles: [] }, at: Date.now() });
  await first.send();
  const second = scriptedPhone(server, people.technician, await server.signIn(people.technician));
  second.record({ k: 'comment', x, p: { text: `Remarque ${canary}` }, at: Date.now() });
  await second.send();
  return x;
}
