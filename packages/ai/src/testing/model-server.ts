import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, Socket } from 'node:net';
import { type Asked, type Reply, type Script, wordsOf } from './script.ts';

/** A real HTTP server of the OpenAI protocol, whose models say what a test has written for them. */
export interface ModelServer {
  /** For a provider of kind `other` and the like: ends in `/v1`. */
  readonly baseUrl: string;
  /** What has to be trusted for it to be reached. */
  readonly origin: string;
  /** Every question so far, oldest first. */
  readonly asked: readonly Asked[];
  /** How many answers are under way. */
  running(): number;
  /** How many connections were opened since the start. */
  connections(): number;
  /** From now on this model answers so; `*` stands for all others. */
  answer(model: string, script: Script): void;
  /** Only this key is taken; null: any. */
  lock(key: string | null): void;
  /** Questions and scripts are forgotten. */
  reset(): void;
  close(): Promise<void>;
}

const DEFAULT: Script = ({ model, question }) => ({ text: `Réponse de ${model} à : ${question}` });

/** Starts it on a free port of this machine. */
export async function startModelServer(port = 0): Promise<ModelServer> {
  const scripts = new Map<string, Script>();
  const asked: Asked[] = [];
  let running = 0;
  let connections = 0;
  let lock: string | null = null;
  const http = createServer((request, response) => {
    running += 1;
    response.once('close', () => {
      running -= 1;
    });
    serve(request, response).catch(() => response.destroy());
  });

  http.on('connection', () => {
    connections += 1;
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const one = await read(request, response);
    if (lock !== null && one.key !== lock) return refuse(response, { status: 401, code: 'invalid_api_key' });
    if (!one.path.endsWith('/chat/completions')) return refuse(response, { status: 404, code: 'not_found' });
    asked.push(one);
    const script = scripts.get(one.model) ?? scripts.get('*') ?? DEFAULT;
    await reply(response, one, typeof script === 'function' ? await script(one) : script);
  }

  await new Promise<void>((listening) => http.listen(port, '127.0.0.1', listening));
  // A server that listens on TCP has an address of this kind.
  const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return {
    ...{ origin, baseUrl: `${origin}/v1`, asked },
    running: () => running,
    connections: () => connections,
    answer: (model, script) => scripts.set(model, script),
    lock: (key) => {
      lock = key;
    },
    reset: () => {
      scripts.clear();
      asked.length = 0;
      lock = null;
    },
    close: () =>
      new Promise((closed) => {
        http.close(() => closed());
        http.closeAllConnections();
      }),
  };
}

async function read(request: IncomingMessage, response: ServerResponse): Promise<Asked> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  const over = new Promise<'whole' | 'aborted'>((done) => {
    response.once('close', () => done(response.writableFinished ? 'whole' : 'aborted'));
  });
  const body = text === '' ? {} : JSON.parse(text);
  const messages: Asked['messages'] = Array.isArray(body.messages) ? body.messages : [];
  const parts = partsOf(messages.findLast(({ role }) => role === 'user')?.content);
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const key = request.headers.authorization?.replace(/^Bearer /, '') ?? request.headers['api-key'] ?? null;
  return {
    ...{ body, messages, over, path, key: typeof key === 'string' ? key : null, stream: body.stream === true },
    // Azure names the deployment in its path; it may leave the model out.
    model: /\/deployments\/([^/]+)\//.exec(path)?.[1] ?? String(body.model ?? new URLSearchParams(query).get('model') ?? ''),
    question: parts.map((part) => part.text ?? '').join('\n'),
    pictures: parts.filter((part) => part.image_url !== undefined).length,
  };
}

interface Part {
  readonly text?: string;
  readonly image_url?: unknown;
}

const partsOf = (content: unknown): Part[] => (typeof content === 'string' ? [{ text: content }] : Array.isArray(content) ? content : []);

async function reply(response: ServerResponse, asked: Asked, said: Reply): Promise<void> {
  if ('silence' in said) return;
  if ('hangUp' in said) return void response.destroy();
  if ('status' in said) return refuse(response, said);
  if ('raw' in said) return void response.writeHead(200, { 'content-type': said.type ?? 'text/html' }).end(said.raw);
  const speech = 'json' in said ? { text: JSON.stringify(said.json) } : said;
  return asked.stream ? speak(response, asked, speech) : tell(response, asked, speech);
}

type Speech = Extract<Reply, { text: unknown }>;

async function speak(response: ServerResponse, { model, body }: Asked, { text, finish = 'stop', end = 'whole', usage }: Speech): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  if (response.socket instanceof Socket) response.socket.setNoDelay(true);
  const event = (more: object) =>
    response.write(`data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 0, model, ...more })}\n\n`);
  const choice = (delta: object, reason: string | null = null) => event({ choices: [{ index: 0, delta, finish_reason: reason }] });
  choice({ role: 'assistant', content: '' });
  let pieces = 0;
  for await (const piece of typeof text === 'string' ? wordsOf(text) : text) {
    if (response.destroyed) return;
    pieces += 1;
    if (!choice({ content: piece })) await drained(response);
  }
  if (end === 'cut') {
    // Everything said has to be on its way first.
    await new Promise<void>((sent) => response.write(': cut\n\n', () => sent()));
    return void response.destroy();
  }
  if (end === 'mute') return void response.end();
  choice({}, finish);
  const wantsUsage = typeof body['stream_options'] === 'object' && body['stream_options'] !== null;
  if (usage !== null && (wantsUsage || usage !== undefined)) event({ choices: [], usage: wireUsage(usage ?? { input: 10, output: pieces }) });
  if (end === 'open') return void response.write('data: [DONE]\n\n');
  response.end('data: [DONE]\n\n');
}

/** Until the other side has read, or has gone. */
const drained = (response: ServerResponse) =>
  new Promise<void>((done) => {
    response.once('drain', done).once('close', done);
  });

async function tell(response: ServerResponse, { model }: Asked, { text, finish = 'stop', usage }: Speech): Promise<void> {
  let content = '';
  for await (const piece of typeof text === 'string' ? [text] : text) {
    if (response.destroyed) return;
    content += piece;
  }
  const counted = usage === null ? {} : { usage: wireUsage(usage ?? { input: 10, output: wordsOf(content).length }) };
  const choices = [{ index: 0, message: { role: 'assistant', content }, finish_reason: finish }];
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion', created: 0, model, choices, ...counted }));
}

const wireUsage = ({ input, output }: { input: number; output: number }) => ({
  prompt_tokens: input,
  completion_tokens: output,
  total_tokens: input + output,
});

function refuse(response: ServerResponse, { status, code, param, retryAfter, headers = {} }: Extract<Reply, { status: number }>): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    ...headers,
  });
  response.end(JSON.stringify({ error: { message: `status ${status}`, type: code ?? null, code: code ?? null, param: param ?? null } }));
}
