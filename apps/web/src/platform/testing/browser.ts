import { vi } from 'vitest';

/** One answer of the server: a body and its status, or nothing at all. */
export type Answer = { readonly status?: number; readonly body: unknown; readonly type?: string } | 'unreachable';

export interface FakeBrowser {
  readonly stored: Map<string, string>;
  /** Doors that were called, in order. */
  readonly calls: { readonly path: string; readonly body: unknown }[];
  /** What a door answers from now on. */
  answer(path: string, answer: Answer): void;
  fire(event: string, fields?: object): void;
}

/** As much of a browser as the platform's plain parts touch: storage, events, a page, and a server that answers as told. */
export function fakeBrowser(languages: readonly string[] = ['fr-FR']): FakeBrowser {
  const stored = new Map<string, string>();
  const calls: { path: string; body: unknown }[] = [];
  const answers = new Map<string, Answer>();
  const answerOf = (path: string): Answer => answers.get(path) ?? 'unreachable';
  const events = new EventTarget();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
  vi.stubGlobal('navigator', { languages, userAgent: 'Chrome/150 Android' });
  vi.stubGlobal('document', { documentElement: { lang: '', dataset: {} }, querySelectorAll: () => [] });
  vi.stubGlobal('addEventListener', events.addEventListener.bind(events));
  vi.stubGlobal('fetch', async (url: string, { body }: RequestInit = {}) => {
    const path = url.replace(/^\/api\/trpc\//, '').replace(/\?.*$/, '');
    calls.push({ path, body: typeof body === 'string' ? JSON.parse(body) : null });
    const answer = url.includes('?batch=1') ? together(path.split(',').map(answerOf)) : answerOf(path);
    if (answer === 'unreachable') throw new TypeError('Failed to fetch');
    return new Response(JSON.stringify(answer.body), {
      status: answer.status ?? 200,
      headers: { 'content-type': answer.type ?? 'application/json' },
    });
  });
  return {
    stored,
    calls,
    answer: (path, answer) => void answers.set(path, answer),
    fire: (event, fields = {}) => void events.dispatchEvent(Object.assign(new Event(event), fields)),
  };
}

/** Several answers in one; a request of which one is not reached is not reached. */
const together = (all: readonly Answer[]): Answer =>
  all.includes('unreachable') ? 'unreachable' : { body: all.map((answer) => (answer === 'unreachable' ? null : answer.body)) };

export const data = (body: unknown): Answer => ({ body: { result: { data: body } } });
export const refusal = (code: string, status: number, details: object = {}): Answer => ({
  status,
  body: { error: { message: code, code: -32000, data: { code, httpStatus: status, details, requestId: 'r' } } },
});
