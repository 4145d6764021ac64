import { describe, expect, test } from 'vitest';
import { cell, source } from './readable.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('a cell', () => {
  test('tells its listeners when the value is another one, and only then', () => {
    const value = cell(1);
    let told = 0;
    const end = value.subscribe(() => {
      told += 1;
    });
    value.set(1);
    value.set(2);
    end();
    value.set(3);
    expect([told, value.get()]).toEqual([1, 3]);
  });
});

describe('a source', () => {
  test('reads when somebody first looks, and once for many', async () => {
    let reads = 0;
    const numbers = source(
      async () => ++reads,
      () => undefined,
    );
    expect(reads).toBe(0);
    expect([numbers.get(), reads]).toEqual([undefined, 1]);
    numbers.subscribe(() => undefined);
    numbers.subscribe(() => undefined);
    await settled();
    expect([numbers.get(), reads]).toEqual([1, 1]);
  });

  test('what changed while nobody looks is read when somebody does', async () => {
    let reads = 0;
    const numbers = source(
      async () => ++reads,
      () => undefined,
    );
    numbers.subscribe(() => undefined)();
    await settled();
    numbers.refresh();
    numbers.refresh();
    await settled();
    expect(reads).toBe(1);
    numbers.subscribe(() => undefined);
    await settled();
    expect(numbers.get()).toBe(2);
  });

  test('what changes while it is being read is read again, and the old value is never shown after the change', async () => {
    const gates: ((value: string) => void)[] = [];
    const text = source(
      () => new Promise<string>((resolve) => gates.push(resolve)),
      () => undefined,
    );
    const shown: (string | undefined)[] = [];
    text.subscribe(() => shown.push(text.get()));
    text.refresh();
    gates[0]?.('before');
    await settled();
    gates[1]?.('after');
    await settled();
    expect(shown).toEqual(['after']);
  });

  test('a reading that fails is told, keeps the old value, and does not end the next one', async () => {
    const troubles: unknown[] = [];
    const results = [Promise.resolve('a'), Promise.reject(new Error('disk')), Promise.resolve('b')];
    for (const result of results) result.catch(() => undefined);
    const text = source(
      async () => results.shift() ?? 'c',
      (error) => troubles.push(error),
    );
    text.subscribe(() => undefined);
    await settled();
    text.refresh();
    await settled();
    expect([text.get(), troubles]).toEqual(['a', [new Error('disk')]]);
    text.refresh();
    await settled();
    expect(text.get()).toBe('b');
  });
});
