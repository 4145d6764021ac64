import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { letterFor } from '../invitation/letter.ts';
import { createLog } from '../log.ts';
import { createMail } from './mail.ts';

interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly user: string | undefined;
  readonly text: string;
}

let stop: () => Promise<void> = async () => undefined;
afterEach(() => stop());

/** A mail server of our own on a free port, which asks for a password. */
async function mailServer(): Promise<{ port: number; received: Received[] }> {
  const received: Received[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) => (password === 'p@ss/word' ? done(null, { user: username ?? '' }) : done(new Error('no'))),
    onData: (stream, { envelope, user }, done) => {
      let text = '';
      stream.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        received.push({ from, to: envelope.rcptTo.map(({ address }) => address), user, text });
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  stop = () => new Promise((resolve) => server.close(() => resolve()));
  // Bound to a port of its own, so this is an address and not a pipe.
  return { port: (server.server.address() as AddressInfo).port, received };
}

const lines: string[] = [];
const log = createLog('debug', (line) => lines.push(line));
const mailTo = (port: number, password = 'p%40ss%2Fword') =>
  createMail({ smtpUrl: `smtp://office:${password}@127.0.0.1:${port}`, mailFrom: 'Héliographe <office@soleil.test>' }, log);
const letter = letterFor({
  ...{ to: 'nadia@soleil.test', name: 'Nadia', organisation: 'Soleil & Fils', kind: 'join', language: 'fr' },
  link: 'https://h.test/app/invitation#secret',
});
const decoded = (text: string) =>
  Buffer.from(
    text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString();

test('an invitation arrives in the reader’s language, with its link whole, from the sender that was set', async () => {
  const { port, received } = await mailServer();
  expect(await mailTo(port).send(letter)).toBe('sent');
  expect(received).toMatchObject([{ from: 'office@soleil.test', to: ['nadia@soleil.test'], user: 'office' }]);
  const text = decoded(received[0]?.text ?? '');
  for (const said of ['https://h.test/app/invitation#secret', 'Bonjour Nadia', 'choisir votre mot de passe']) expect(text).toContain(said);
});

test('what is written into an address or a name adds no recipient and no header', async () => {
  const { port, received } = await mailServer();
  const odd = letterFor({
    ...{ to: 'nadia@soleil.test', name: 'X\r\nBcc: evil@x.test', organisation: 'Y\r\nBcc: evil@x.test', kind: 'join', language: 'en' },
    link: 'https://h.test/',
  });
  await mailTo(port).send(odd);
  expect(received[0]?.to).toEqual(['nadia@soleil.test']);
  expect(received[0]?.text.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im);
});

test('a mail server that refuses or is not there is said, never thrown, and no address or secret is logged', async () => {
  const { port } = await mailServer();
  expect(await mailTo(port, 'wrong').send(letter)).toBe('failed');
  await stop();
  stop = async () => undefined;
  expect(await mailTo(port).send(letter)).toBe('failed');
  const log = lines.join('\n');
  expect(log).toContain('"message":"mail"');
  for (const secret of ['nadia@soleil.test', 'p%40ss', 'p@ss', '#secret']) expect(log).not.toContain(secret);
});

test('without a mail server nothing is sent, and that is no failure', async () => {
  const mail = createMail({ smtpUrl: null, mailFrom: 'x' }, log);
  expect(mail.isOn).toBe(false);
  expect(await mail.send(letter)).toBe('off');
});
