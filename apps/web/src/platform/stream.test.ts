import { describe, expect, test } from 'vitest';
import { RpcError } from './rpc.ts';
import { values } from './stream.ts';

async function* lines(all: readonly unknown[]): AsyncGenerator<string> {
  for (const line of all) yield JSON.stringify(line);
}
const BEGIN = [{ 0: [[0], [null, 0, 0]] }, [0, 0, [[{ result: 0 }], ['result', 0, 1]]], [1, 0, [[{ data: 0 }], ['data', 1, 2]]]];
const read = async (all: readonly unknown[]) => {
  const heard: unknown[] = [];
  try {
    for await (const value of values(lines(all))) heard.push(value);
  } catch (error) {
    return [...heard, error instanceof RpcError ? error.code : error];
  }
  return heard;
};

describe('an answer in lines', () => {
  test('its values come in order, and it ends where the server ended it', async () => {
    expect(await read([...BEGIN, [2, 1, [[{ delta: 'a' }]]], [2, 1, [[{ delta: 'b' }]]], [2, 0, [[]]]])).toEqual([{ delta: 'a' }, { delta: 'b' }]);
  });
  test('a line that is cut is no end', async () => {
    expect(await read([...BEGIN, [2, 1, [[{ delta: 'a' }]]]])).toEqual([{ delta: 'a' }, 'UNREACHED']);
    expect(await read([])).toEqual(['UNREACHED']);
  });
  test('a refusal is one, before the first value and after it', async () => {
    const error = { message: 'x', code: -32004, data: { code: 'NOT_FOUND', details: {} } };
    expect(await read([BEGIN[0], [0, 0, [[{ error }]]]])).toEqual(['NOT_FOUND']);
    expect(await read([...BEGIN, [2, 1, [[1]]], [2, 2, error]])).toEqual([1, 'NOT_FOUND']);
    expect(await read([{ error }])).toEqual(['NOT_FOUND']);
  });
});
