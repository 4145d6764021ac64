import * as z from 'zod/mini';
import type { Deadline } from './deadline.ts';

/** Longest wait that a server may ask for, ms: a portal's nonsense must not stop a phone for a day. */
const LONGEST_WAIT_MS = 3_600_000;

/** What a server said beside its status. `json` is null unless it said so itself and the text is JSON: a login page is never an answer (H25). */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
}

/** Reads an answer to its end, within the deadline. Rejects when it is cut. */
export async function readAnswer(response: Response, deadline: Deadline): Promise<Answer> {
  const { status, headers } = response;
  const isJson = /^application\/json\b/i.test(headers.get('content-type') ?? '');
  if (!isJson) {
    // Nothing of it counts; a portal may stream for ever.
    await response.body?.cancel();
    return { status, headers, json: null };
  }
  return { status, headers, json: parse(await readText(response, deadline)) };
}

async function readText(response: Response, deadline: Deadline): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    deadline.extend(part.value.byteLength);
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const refusalSchema = z.object({ error: z.looseObject({}) });
/** Whether our own server refused, and not something on the way that answers with the same number. */
export const isOurRefusal = ({ json }: Answer): boolean => refusalSchema.safeParse(json).success;

const originSchema = z.object({ error: z.object({ data: z.object({ details: z.object({ reason: z.literal('origin') }) }) }) });
/** Refused because of the address that the app was opened at: a setting of the server, or of a proxy before it, and nothing about the person. */
export const isOfOrigin = ({ json }: Answer): boolean => originSchema.safeParse(json).success;

/** How long the server asks to be left alone, ms; by its own clock where it names an hour, the phone's may be years off. */
export function retryAfter({ headers }: Pick<Answer, 'headers'>): number | null {
  const asked = headers.get('retry-after');
  if (asked === null) return null;
  const wait = /^\d+$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - Date.parse(headers.get('date') ?? '');
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), LONGEST_WAIT_MS) : null;
}
