import type { Usage } from '@heliograph/domain';
import * as z from 'zod/mini';

const count = z.int().check(z.minimum(0), z.maximum(1_000_000_000));
const usageSchema = z.object({ prompt_tokens: count, completion_tokens: count });

/** What we read of a piece or of a whole answer; anything odd in it counts as absent, so that a sloppy server still answers. */
const said = z.object({ content: z.catch(z.nullish(z.string()), null), refusal: z.catch(z.nullish(z.string()), null) });
const choiceSchema = z.object({
  delta: z.catch(z.nullish(said), null),
  message: z.catch(z.nullish(said), null),
  finish_reason: z.catch(z.nullish(z.string()), null),
});
const chunkSchema = z.object({
  choices: z.catch(z.array(z.catch(z.nullable(choiceSchema), null)), []),
  usage: z.catch(z.nullish(usageSchema), null),
});

/** How an answer ended by itself: it was whole, it reached its longest, or the provider's own filter ended it. */
export type Finish = 'stop' | 'length' | 'filtered';

export interface Heard {
  readonly text: string;
  readonly finish: Finish | null;
  readonly usage: Usage | null;
}

/** What a piece of a stream, or a whole answer, says. */
export function hearing(chunk: unknown): Heard {
  const { choices, usage } = chunkSchema.safeParse(chunk).data ?? { choices: [], usage: null };
  const choice = choices[0];
  const words = choice?.delta ?? choice?.message;
  return {
    text: words?.content ?? words?.refusal ?? '',
    finish: finishOf(choice?.finish_reason ?? null),
    usage: usage ? { input: usage.prompt_tokens, output: usage.completion_tokens, isEstimated: false } : null,
  };
}

function finishOf(reason: string | null): Finish | null {
  if (reason === null) return null;
  return reason === 'length' ? 'length' : reason === 'content_filter' ? 'filtered' : 'stop';
}
