import type { Answer, TestPerson, TestServer } from './test-server.ts';

/** Somebody at a desk, signed in once. */
export interface Desk {
  readonly cookie: string;
  /** What a query answers. */
  ask(path: string, input?: unknown): Promise<Answer['data']>;
  /** What a mutation answers. */
  do(path: string, input: unknown): Promise<Answer['data']>;
  /** The refusal it meets: `CODE reason`. */
  refused(path: string, input: unknown): Promise<string>;
  /** The whole refusal. */
  refusal(path: string, input: unknown): Promise<Answer['error']>;
}

export async function deskOf(server: TestServer, person: TestPerson): Promise<Desk> {
  const cookie = await server.signIn(person, 'desktop');
  const call = (path: string, input: unknown, method: 'GET' | 'POST') => server.call(path, { input, cookie, method });
  const expectData = async (answer: Promise<Answer>, path: string) => {
    const { data, error } = await answer;
    if (error !== undefined) throw new Error(`${path}: ${JSON.stringify(error)}`);
    return data;
  };
  return {
    cookie,
    ask: (path, input) => expectData(call(path, input, 'GET'), path),
    do: (path, input) => expectData(call(path, input, 'POST'), path),
    refusal: async (path, input) => (await call(path, input, 'POST')).error,
    refused: async (path, input) => {
      const { error } = await call(path, input, 'POST');
      return error === undefined ? 'not refused' : [error.code, error.details['reason']].filter(Boolean).join(' ');
    },
  };
}
