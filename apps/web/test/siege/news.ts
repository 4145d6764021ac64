import { ORIGIN } from '@heliograph/api/testing';
import type { Doors } from '../round-trip/backend.ts';

/** The office's stream of news from one server: what it was told so far is a list of positions in the log. */
export async function followNews({ trpc }: Doors, cookie: string) {
  const answer = await trpc(new Request(`${ORIGIN}/api/trpc/live.pokes`, { headers: { cookie, accept: 'text/event-stream' } }));
  const reader = answer.body?.getReader();
  let text = '';
  const positions = (): number[] => [...text.matchAll(/"seq":(\d+)/g)].map(([, seq]) => Number(seq));
  return {
    /** Resolves once it was told so often; a stream that ends is told of as it is. */
    told: async (times: number): Promise<number[]> => {
      while (positions().length < times) {
        const { done, value } = (await reader?.read()) ?? { done: true };
        if (done) break;
        text += new TextDecoder().decode(value);
      }
      return positions();
    },
    leave: () => reader?.cancel(),
  };
}
