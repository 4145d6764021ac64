import { describe, expect, test } from 'vitest';
import { onceOver } from './once-over.ts';

/** Acts that end when told. */
function acts() {
  const ends: ((isDone: boolean) => void)[] = [];
  const act = () => new Promise<boolean>((resolve) => void ends.push(resolve));
  return { act, ends };
}

describe('an answer over what was seen', () => {
  test('given twice is recorded once, and both hear how it went', async () => {
    const { act, ends } = acts();
    const once = onceOver();
    const both = [once.run('4 over a', act), once.run('4 over a', act)];
    ends[0]?.(true);
    expect(await Promise.all(both)).toEqual([true, true]);
    expect(await once.run('4 over a', act)).toBe(true);
    expect(ends).toHaveLength(1);
  });

  test('another one, and the first once more, are records of their own', async () => {
    const { act, ends } = acts();
    const once = onceOver();
    for (const name of ['4 over a', '5 over a', '4 over a']) void once.run(name, act);
    expect(ends).toHaveLength(3);
  });

  test('that was not kept is tried again; one that failed late takes nothing from the next', async () => {
    const { act, ends } = acts();
    const once = onceOver();
    const first = once.run('4 over a', act);
    const second = once.run('5 over a', act);
    ends[0]?.(false);
    expect(await first).toBe(false);
    void once.run('5 over a', act);
    expect(ends).toHaveLength(2);
    ends[1]?.(false);
    expect(await second).toBe(false);
    void once.run('5 over a', act);
    expect(ends).toHaveLength(3);
  });

  test('is new once what was seen has changed, even where it changes back: a refused answer may be given again', async () => {
    const { act, ends } = acts();
    const once = onceOver();
    const first = once.run('4 over a', act);
    ends[0]?.(true);
    await first;
    once.forget();
    void once.run('4 over a', act);
    expect(ends).toHaveLength(2);
  });
});
