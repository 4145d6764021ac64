import { AppError, refuse } from '@heliograph/domain';
import { expect, test } from 'vitest';
import { isDataError, refusalOf } from './errors.ts';

const from = (code: string, rest: object = {}) => Object.assign(new Error('from the database'), { code, ...rest });

test.each([
  ['23505', 'CONFLICT'],
  ['23503', 'NOT_FOUND'],
  ['23514', 'INVALID'],
])('%s becomes %s and names the constraint', (state, code) => {
  expect(refusalOf(from(state, { constraint: 'site_code_key' }))).toMatchObject({ code, details: { constraint: 'site_code_key' } });
});

test.each([
  from('57P01'),
  from('08006'),
  from('40P01'),
  from('ECONNRESET'),
  new Error('Connection terminated unexpectedly'),
  new Error('connect ECONNREFUSED'),
])('a server that is away asks to try again: %s', (error) => {
  expect(refusalOf(error)).toMatchObject({ code: 'UNAVAILABLE', cause: error });
  expect(isDataError(error)).toBe(false);
});

test('a refusal of ours, and a bug of ours, pass as they are', () => {
  const bug = new TypeError('x is not a function');
  expect(refusalOf(bug)).toBe(bug);
  const parsing = new SyntaxError('Unterminated string in JSON');
  expect(refusalOf(parsing)).toBe(parsing);
  const syntax = from('42601');
  expect(refusalOf(syntax)).toBe(syntax);
  const ours = new AppError('NOT_ALLOWED');
  expect(refusalOf(ours)).toBe(ours);
  expect(() => refuse('CONFLICT')).toThrow(AppError);
});

test.each(['22P05', '22021', '22003', '23514', '54001'])('%s is the fault of the data', (state) => {
  expect(isDataError(from(state))).toBe(true);
});
