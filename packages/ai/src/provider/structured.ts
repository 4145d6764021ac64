import { estimateTokens, type ProviderFault, type Usage } from '@heliograph/domain';
import type OpenAI from 'openai';
import type { ChatCompletionCreateParamsNonStreaming } from 'openai/resources/chat/completions';
import * as z from 'zod/mini';
import { FREE_OF_CHARGE, isFree } from './chat.ts';
import { hearing } from './chunk.ts';
import type { Dialect } from './endpoint.ts';
import { failureOf } from './fault.ts';
import { type ChatMessage, estimateMessages, wireMessages } from './message.ts';
import { ask, Failed, type Patience, type Watch, watchOver } from './patience.ts';

export interface StructuredCall<Value> {
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  /** What the answer has to be. Strict objects with nullable fields: providers know neither optional ones nor defaults. */
  readonly schema: z.ZodMiniType<Value>;
  /** Letters, digits and dashes. */
  readonly name: string;
  readonly maxTokens: number;
  readonly temperature?: number | undefined;
  /** Whether the model keeps to a schema by itself; others are told it in words. */
  readonly canJson: boolean;
  readonly signal?: AbortSignal | undefined;
}

export type Structured<Value> =
  | { readonly kind: 'ok'; readonly value: Value; readonly usage: Usage; readonly tries: 1 | 2 }
  /** It answered, twice, and neither was what was asked for. */
  | { readonly kind: 'none'; readonly usage: Usage }
  | { readonly kind: 'error'; readonly fault: ProviderFault; readonly retryAfter?: number; readonly usage: Usage };

interface Line {
  readonly client: OpenAI;
  readonly dialect: Dialect;
  readonly patience: Patience;
}

/** Asks for an answer of a certain shape; a wrong one is sent back once with what is wrong in it. It never throws. */
export async function structured<Value>(line: Line, call: StructuredCall<Value>): Promise<Structured<Value>> {
  const watch = watchOver(call.signal, { ...line.patience, firstWord: line.patience.whole });
  let usage = FREE_OF_CHARGE;
  try {
    let messages = call.canJson ? call.messages : [...call.messages, inWords(call)];
    for (const tries of [1, 2] as const) {
      const said = await complete(line, watch, { ...call, messages });
      usage = sumOf(usage, said.usage);
      const read = readAs(call.schema, said.text);
      if (read.kind === 'ok') return { kind: 'ok', value: read.value, usage, tries };
      messages = [...messages, { role: 'assistant', content: said.text }, { role: 'user', content: repair(read.problem) }];
    }
    return { kind: 'none', usage };
  } catch (error) {
    const failure = error instanceof Failed ? error.failure : watch.fault() === null ? failureOf(error) : { fault: watch.fault() ?? 'stopped' };
    const more = isFree(failure.fault, 0) ? FREE_OF_CHARGE : { input: estimateMessages(call.messages), output: 0, isEstimated: true };
    const { fault, retryAfter } = failure;
    return { kind: 'error', fault, ...(retryAfter === undefined ? {} : { retryAfter }), usage: sumOf(usage, more) };
  } finally {
    watch.end();
  }
}

async function complete<Value>({ client, dialect }: Line, watch: Watch, call: StructuredCall<Value>): Promise<{ text: string; usage: Usage }> {
  const body: ChatCompletionCreateParamsNonStreaming = {
    model: call.model,
    messages: wireMessages(call.messages),
    temperature: call.temperature ?? 0,
    [dialect.limit]: call.maxTokens,
    ...(call.canJson
      ? { response_format: { type: 'json_schema', json_schema: { name: call.name, strict: true, schema: jsonSchema(call.schema) } } }
      : {}),
  };
  const answer: unknown = await ask(watch, body, (wish) => client.chat.completions.create(wish, { signal: watch.signal }));
  const { text, finish, usage } = hearing(answer);
  // A page of a proxy, or an object of something else altogether.
  if (text === '' && finish === null) throw new Failed({ fault: 'garbage' });
  return { text, usage: usage ?? { input: estimateMessages(call.messages), output: estimateTokens(text), isEstimated: true } };
}

const jsonSchema = (schema: z.ZodMiniType): Record<string, unknown> => ({ ...z.toJSONSchema(schema, { io: 'input' }) });

const inWords = ({ schema }: { readonly schema: z.ZodMiniType }): ChatMessage => ({
  role: 'system',
  content: `Answer with one JSON object and nothing else. It must satisfy this JSON schema: ${JSON.stringify(jsonSchema(schema))}`,
});

const repair = (problem: string): string =>
  `This is not the JSON object that was asked for: ${problem}. Answer again with the corrected object and nothing else.`;

type Read<Value> = { readonly kind: 'ok'; readonly value: Value } | { readonly kind: 'wrong'; readonly problem: string };

function readAs<Value>(schema: z.ZodMiniType<Value>, text: string): Read<Value> {
  const json = objectIn(text);
  if (json === undefined) return { kind: 'wrong', problem: 'it cannot be parsed' };
  const read = schema.safeParse(json);
  if (read.success) return { kind: 'ok', value: read.data };
  // Where it is wrong, never what stands there: it goes back to the provider as an instruction.
  const places = read.error.issues.slice(0, 8).map(({ path, code }) => `${path.join('.') || 'the object'} (${code})`);
  return { kind: 'wrong', problem: places.join(', ') };
}

/** The JSON object of an answer, also where the model wrote words or a fence around it. */
function objectIn(text: string): unknown {
  const [from, to] = [text.indexOf('{'), text.lastIndexOf('}')];
  if (from === -1 || to < from) return undefined;
  try {
    return JSON.parse(text.slice(from, to + 1));
  } catch {
    return undefined;
  }
}

const sumOf = (a: Usage, b: Usage): Usage => ({
  input: a.input + b.input,
  output: a.output + b.output,
  isEstimated: a.isEstimated || b.isEstimated,
});
