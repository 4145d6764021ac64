import { AppError } from '@heliograph/domain';
import { expect, test } from 'vitest';
import { createLog } from '../log.ts';
import { door } from './door.ts';

test('a database that is away is logged with its code and is no bug; whatever nobody expected is one', async () => {
  const lines: string[] = [];
  const settings = { log: createLog('error', (line) => lines.push(line)), origins: new Set<string>(), trustProxy: 0, secure: false };
  const answers: number[] = [];
  for (const error of [new AppError('UNAVAILABLE', { retryAfter: 1 }), new Error('oops')])
    answers.push((await door(settings, () => Promise.reject(error))(new Request('http://localhost/api/photos/x'))).status);
  expect(answers).toEqual([503, 500]);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { message: 'unavailable', code: 'UNAVAILABLE' },
    { message: 'bug', code: 'INTERNAL' },
  ]);
});
