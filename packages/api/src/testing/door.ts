import { DOORS } from '../activity/doors.ts';
import type { Answer, TestServer } from './test-server.ts';

/** A mutation as the list of doors uses it. */
export interface OpenDoor {
  /** An input that it takes, with everything made that it needs. */
  given(): Promise<unknown>;
  send(input: unknown): Promise<Answer>;
}

export async function openDoor(server: TestServer, path: string): Promise<OpenDoor> {
  const { as, input, isInLines } = DOORS[path] ?? {};
  const admin = await server.signIn(server.own.people.admin, 'desktop');
  const session = as === 'nobody' ? {} : { cookie: as === undefined ? admin : await server.signIn(server.own.people[as]) };
  return {
    given: async () => input?.(server, admin),
    send: (filled) => {
      const asked = isInLines ? { input: { 0: filled }, headers: { 'trpc-accept': 'application/jsonl' } } : { input: filled };
      return server.call(isInLines ? `${path}?batch=1` : path, { method: 'POST', ...asked, ...session });
    },
  };
}
