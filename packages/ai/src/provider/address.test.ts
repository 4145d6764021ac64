import { expect, test } from 'vitest';
import { addressProblem, isPublicAddress } from './address.ts';
import { ForbiddenAddress, guardedFetch } from './guarded-fetch.ts';

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '100.64.0.1',
  '169.254.169.254',
  '172.31.255.255',
  '192.168.1.1',
  '198.18.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  '::ffff:8.8.8.8',
  '::ffff:127.0.0.1',
  '64:ff9b::808:808',
  'fc00::1',
  'fe80::1',
  'ff02::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '2001::1',
  'not an address',
])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false));

test.each(['8.8.8.8', '104.18.7.192', '172.32.0.1', '2606:4700::6812:7c0', '2a00:1450:4007:80e::200a'])('%s is public', (address) =>
  expect(isPublicAddress(address)).toBe(true),
);

test.each([
  ['https://api.openai.com/v1', null],
  ['http://api.openai.com/v1', 'scheme'],
  ['https://api.openai.com:8443/v1', 'port'],
  ['https://user:secret@api.openai.com/v1', 'credentials'],
  ['https://api.openai.com/v1?key=1', 'query'],
  ['https://169.254.169.254/latest', 'private'],
  ['https://[::1]/v1', 'private'],
  ['https://2130706433/v1', 'private'],
  ['https://localhost/v1', 'private'],
  ['file:///etc/passwd', 'scheme'],
  ['https://', 'malformed'],
  ['http://model.lan:8080/v1', null],
  ['http://model.lan:8081/v1', 'scheme'],
  ['http://u:p@model.lan:8080/v1', 'credentials'],
] as const)('%s: %s', (address, problem) => expect(addressProblem(address, new Set(['http://model.lan:8080']))).toBe(problem));

/** A resolver that answers what it is told to. */
const resolver = (...addresses: string[]) =>
  Object.assign(
    // The one form of `lookup` that the guard uses.
    ((_name: string, _options: object, answer: (error: null, all: object[]) => void) =>
      answer(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )) as never,
  );

test.each([[['127.0.0.1']], [['8.8.8.8', '10.0.0.1']], [['::ffff:127.0.0.1']], [[]]])(
  'a name that resolves to %o is not connected to',
  async (addresses) => {
    await expect(guardedFetch(new Set(), resolver(...addresses))('https://models.example.test/v1')).rejects.toThrow(ForbiddenAddress);
  },
);
