import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { get as getPlain, type IncomingMessage } from 'node:http';
import { get as getSecure } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ownCertificate } from './authority.ts';
import { type Both, plainAnswers, serveBoth } from './both.ts';
import { nearbyHosts } from './hosts.ts';

const DAY = 86_400_000;
const HOSTS = ['127.0.0.1', 'localhost', 'plant.local', '192.168.1.20'];
let folder = '';
let both: Both | null = null;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heliograph-https-'));
});
afterEach(async () => {
  both?.cut();
  both?.server.close();
  both = null;
  await rm(folder, { recursive: true });
});

const make = (hosts = HOSTS, now = Date.now()) => ownCertificate({ folder, hosts, now });

async function serve(): Promise<{ port: number; ca: string; authority: X509Certificate }> {
  const { key, cert, authority } = await make();
  const plain = plainAnswers({
    authority: { path: '/heliograph-ca.crt', der: authority.raw },
    origins: ['https://plant.local:3000', 'https://localhost:3000'],
  });
  both = serveBoth({ key, cert }, (request, response) => response.end(`secure ${request.url}`), plain);
  both.server.listen(0, '127.0.0.1');
  await once(both.server, 'listening');
  return { port: (both.server.address() as AddressInfo).port, ca: authority.toString(), authority };
}

async function bodyOf(answer: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of answer) pieces.push(piece);
  return Buffer.concat(pieces);
}

test('whoever trusts the authority reaches the server by each of its names, and by no other', async () => {
  const { port, ca } = await serve();
  const reach = async (servername: string) => {
    const socket = connect({
      port,
      host: '127.0.0.1',
      ca,
      servername: /^\d/.test(servername) ? '' : servername,
      checkServerIdentity: () => undefined,
    });
    await once(socket, 'secureConnect');
    const seen = socket.getPeerX509Certificate();
    const isOurs = socket.authorized && (/^\d/.test(servername) ? seen?.checkIP(servername) : seen?.checkHost(servername)) !== undefined;
    socket.destroy();
    return isOurs;
  };
  for (const host of HOSTS) expect(await reach(host)).toBe(true);
  expect(await reach('example.com')).toBe(false);
  const [answer]: [IncomingMessage] = (await once(getSecure({ port, host: '127.0.0.1', path: '/x', ca }), 'response')) as [IncomingMessage];
  expect((await bodyOf(answer)).toString()).toBe('secure /x');
});

test('without the authority nothing is trusted', async () => {
  const { port } = await serve();
  await expect(once(getSecure({ port, host: '127.0.0.1', path: '/' }), 'response')).rejects.toThrow(
    /self-signed certificate in certificate chain|unable to verify/,
  );
});

test('over plain http, on the same port, there is the certificate to trust and the way to https', async () => {
  const { port, authority } = await serve();
  const ask = async (path: string, host: string) =>
    (await once(getPlain({ port, host: '127.0.0.1', path, headers: { host } }), 'response'))[0] as IncomingMessage;
  const given = await ask('/heliograph-ca.crt', 'x');
  expect(given.headers['content-type']).toBe('application/x-x509-ca-cert');
  expect(new X509Certificate(await bodyOf(given)).fingerprint256).toBe(authority.fingerprint256);
  const moved = async (path: string, host: string) => (await ask(path, host)).headers.location;
  expect(await moved('/office?a=1', 'localhost:3000')).toBe('https://localhost:3000/office?a=1');
  expect(await moved('/app', 'evil.test')).toBe('https://plant.local:3000/app');
  expect(await moved('//evil.test/', 'evil.test')).toBe('https://plant.local:3000//evil.test/');
});

test('the authority is good for private networks alone: a certificate it signed for somebody else’s site is refused', async () => {
  const { key, cert, authority } = await ownCertificate({ folder, hosts: ['example.com', '8.8.8.8'], now: Date.now() });
  both = serveBoth(
    { key, cert },
    (_, response) => response.end(),
    (_, response) => response.end(),
  );
  both.server.listen(0, '127.0.0.1');
  await once(both.server, 'listening');
  const { port } = both.server.address() as AddressInfo;
  const socket = connect({ port, host: '127.0.0.1', ca: authority.toString(), servername: 'example.com' });
  await expect(once(socket, 'secureConnect')).rejects.toThrow(/permitted subtree violation/);
});

test('keys can be read by their owner alone, and one that others can read is refused', async () => {
  await make();
  for (const name of ['authority.key', 'server.key']) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
  await chmod(join(folder, 'authority.key'), 0o644);
  await expect(make()).rejects.toThrow('chmod 600');
});

test('the next start finds the same certificate; a month before its end, or at a new address, it is renewed under the same authority', async () => {
  const first = await make();
  expect((await make()).cert).toBe(first.cert);
  const late = await make(HOSTS, Date.now() + 340 * DAY);
  expect(late.cert).not.toBe(first.cert);
  expect(late.authority.fingerprint256).toBe(first.authority.fingerprint256);
  const moved = await make([...HOSTS, '10.0.0.7'], Date.now() + 340 * DAY);
  expect(new X509Certificate(moved.cert).checkIP('10.0.0.7')).toBe('10.0.0.7');
  expect(moved.authority.fingerprint256).toBe(first.authority.fingerprint256);
  const leaf = new X509Certificate(await readFile(join(folder, 'server.crt')));
  expect(leaf.verify(first.authority.publicKey)).toBe(true);
  expect(Date.parse(leaf.validTo) - Date.parse(leaf.validFrom)).toBeLessThan(398 * DAY);
  expect(leaf.ca).toBe(false);
  expect(first.authority.ca).toBe(true);
});

test('a renewed certificate is served without a restart', async () => {
  const { port, ca } = await serve();
  const serial = async () => {
    const socket = connect({ port, host: '127.0.0.1', ca, servername: 'localhost' });
    await once(socket, 'secureConnect');
    const found = socket.getPeerX509Certificate()?.serialNumber;
    socket.destroy();
    return found;
  };
  const before = await serial();
  both?.renew(await make([...HOSTS, '10.0.0.7']));
  expect(await serial()).not.toBe(before);
});

test('a phone is shown the address of the office’s own network first, never a public one', () => {
  const at = (address: string, internal = false) => ({ address, internal, family: 'IPv4' as const, netmask: '', mac: '', cidr: null });
  const hosts = nearbyHosts(
    { docker: [at('172.17.0.1')], lo: [at('127.0.0.1', true)], wifi: [at('192.168.1.20')], wan: [at('203.0.113.9')] },
    'Depot-PC.example.com',
  );
  expect(hosts).toEqual(['192.168.1.20', '172.17.0.1', 'depot-pc.local', 'localhost', '127.0.0.1']);
});
