import { PASSWORD } from '../browser/sign-in.ts';

/** A supervisor who asks the server without any page: gives work, and looks at what arrived. */
export interface Office {
  /** Work on an inverter for a technician. @returns its id */
  giveWork(to: string): Promise<string>;
  /** What was written at a step, each record of it. */
  writtenAt(execution: string, step: string): Promise<readonly string[]>;
}

interface Opened {
  readonly history: readonly { readonly operation: { readonly s?: string; readonly p: { readonly response?: { readonly text?: string } } } }[];
}

export async function openOffice(origin: string): Promise<Office> {
  const headers = { 'content-type': 'application/json', origin };
  const post = (path: string, body: object, more = {}) =>
    fetch(`${origin}/api/trpc/${path}`, { method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify(body) });
  const signedIn = await post('auth.signIn', { email: 'supervisor@demo.test', password: PASSWORD });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const data = async <T>(answer: Response): Promise<T> => {
    if (!answer.ok) throw new Error(`${answer.url} was answered ${answer.status}: ${await answer.text()}`);
    return ((await answer.json()) as { result: { data: T } }).result.data;
  };
  const get = async <T>(path: string, input: object) =>
    data<T>(await fetch(`${origin}/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`, { headers: { cookie } }));
  return {
    giveWork: async (to) => {
      const { asset, site } = await get<{ asset: { id: string }; site: { id: string } }>('asset.get', { code: 'GAR-OND07' });
      const { hash } = await get<{ hash: string }>('procedure.get', { slug: 'insulation-fault-troubleshooting' });
      const { items } = await get<{ items: { id: string }[] }>('person.list', { query: to });
      const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(Date.now());
      const work = { procedure: hash, siteId: site.id, assetId: asset.id, personIds: items.map(({ id }) => id), day };
      return (await data<{ id: string }>(await post('assignment.create', work, { cookie }))).id;
    },
    writtenAt: async (execution, step) => {
      const { history } = await get<Opened>('execution.get', { id: execution });
      return history.flatMap(({ operation: { s, p } }) => (s === step && p.response?.text !== undefined ? [p.response.text] : []));
    },
  };
}
