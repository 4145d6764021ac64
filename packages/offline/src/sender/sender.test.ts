import type { Outcome } from '@heliograph/sync';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { owner } from '../contract/samples.ts';
import { exchangeLock } from './lock.ts';
import { type Sender, type SenderPorts, startSender } from './sender.ts';
import { listenForWakes } from './wakes.ts';

const idle: Outcome = { kind: 'idle', touched: new Set() };
const more: Outcome = { kind: 'more', touched: new Set() };
const trouble: Outcome = { kind: 'unknown', retryAfterMs: null };

/** A sender over a list of outcomes; the last one goes on for ever. */
function scripted(outcomes: Outcome[], ports: Partial<SenderPorts> = {}) {
  const counts = { exchanges: 0, uploads: 0, troubles: 0 };
  const sender = startSender({
    exchange: async () => {
      counts.exchanges += 1;
      return (outcomes.length > 1 ? outcomes.shift() : outcomes[0]) ?? idle;
    },
    upload: async () => {
      counts.uploads += 1;
      return { kind: 'stored' };
    },
    lock: { alone: async (work) => ({ done: await work() }) },
    isVisible: () => true,
    random: () => 0.999,
    onTrouble: () => {
      counts.troubles += 1;
    },
    ...ports,
  });
  running.push(sender);
  return { sender, counts };
}
const running: Sender[] = [];
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  for (const sender of running.splice(0)) sender.stop();
  vi.useRealTimers();
});

describe('the sender', () => {
  test('starts by itself, exchanges until nothing waits, then sends photos, and rests', async () => {
    const { sender, counts } = scripted([more, more, idle]);
    await pass(0);
    expect(counts).toMatchObject({ exchanges: 3, uploads: 1 });
    expect(sender.state.get()).toEqual({ kind: 'resting' });
    sender.wake('record');
    expect(sender.state.get()).toEqual({ kind: 'sending' });
  });

  test('nothing is said to be on its way before the server has answered once; that there is no network is said at once, and asked all the same', async () => {
    expect(scripted([trouble]).sender.state.get()).toEqual({ kind: 'resting' });
    const { sender } = scripted([idle, more], { isCutOff: () => true });
    expect(sender.state.get()).toMatchObject({ kind: 'retrying' });
    // The browser was wrong.
    await pass(0);
    expect(sender.state.get()).toEqual({ kind: 'resting' });
  });

  test('looks for news now and then: often on screen, seldom in a pocket', async () => {
    const near = scripted([idle]);
    const far = scripted([idle], { isVisible: () => false });
    await pass(600_000);
    expect(near.counts.exchanges).toBeGreaterThan(15);
    expect(far.counts.exchanges).toBeLessThan(4);
  });

  test('goes at once when something is recorded, and once more when it came during an exchange', async () => {
    const { sender, counts } = scripted([idle]);
    sender.wake('record');
    sender.wake('record');
    await pass(0);
    expect(counts.exchanges).toBe(2);
    sender.wake('record');
    await pass(0);
    expect(counts.exchanges).toBe(3);
  });

  test('what is recorded in the instant between the last exchange and its rest is not left lying', async () => {
    let isFirst = true;
    const { sender, counts } = scripted([idle], {
      lock: {
        alone: async (work) => {
          const done = await work();
          if (isFirst) sender.wake('record');
          isFirst = false;
          return { done };
        },
      },
    });
    await pass(0);
    expect(counts.exchanges).toBe(2);
  });

  test('waits longer after each failure, never more than 45 s on screen and 5 min off it', async () => {
    const waits = async (isVisible: boolean) => {
      const { sender } = scripted([trouble], { isVisible: () => isVisible });
      const seen: number[] = [];
      for (let failure = 0; failure < 12; failure += 1) {
        await pass(0);
        const state = sender.state.get();
        if (state.kind !== 'retrying' || state.isAskedToWait) throw new Error(state.kind);
        seen.push(state.inMs);
        await pass(state.inMs);
      }
      return seen;
    };
    const near = await waits(true);
    expect(near[0]).toBeLessThanOrEqual(2000);
    expect(near).toEqual([...near].sort((a, b) => a - b));
    expect(Math.max(...near)).toBeLessThanOrEqual(45_000);
    expect(Math.max(...near)).toBeGreaterThan(40_000);
    const far = await waits(false);
    expect(Math.max(...far)).toBeLessThanOrEqual(300_000);
    expect(Math.max(...far)).toBeGreaterThan(290_000);
  });

  test('a look at the app or a tap ends a wait, a recorded step does not, and a success forgets the failures', async () => {
    const { sender, counts } = scripted([trouble, trouble, trouble, idle, trouble]);
    await pass(0);
    sender.wake('record');
    await pass(0);
    expect(counts.exchanges).toBe(1);
    sender.wake('look');
    await pass(0);
    sender.wake('tap');
    await pass(0);
    expect(counts.exchanges).toBe(3);
    sender.wake('tap');
    await pass(0);
    expect(sender.state.get()).toEqual({ kind: 'resting' });
    sender.wake('record');
    await pass(0);
    expect(sender.state.get()).toMatchObject({ kind: 'retrying' });
    expect(sender.state.get()).toHaveProperty('inMs', expect.closeTo(1998, 0));
  });

  test('what the last answer said stands while it is asked again, and until there is another', async () => {
    const answers: ((outcome: Outcome) => void)[] = [];
    const { sender } = scripted([], { exchange: () => new Promise((resolve) => answers.push(resolve)) });
    const stand = async (outcome: Outcome) => {
      answers.shift()?.(outcome);
      await pass(0);
      return [sender.state.get().kind, sender.isAsking.get()];
    };
    expect([sender.state.get().kind, sender.isAsking.get()]).toEqual(['resting', true]);
    for (const [trouble, standing] of [
      [{ kind: 'unknown', retryAfterMs: null }, 'retrying'],
      [{ kind: 'signed_out' }, 'stopped'],
    ] as const) {
      expect(await stand(trouble)).toEqual([standing, false]);
      const before = sender.state.get();
      sender.wake('look');
      expect([sender.state.get() === before, sender.isAsking.get()]).toEqual([true, true]);
      // What is recorded meanwhile goes with the same turn, once there is an answer.
      sender.wake('record');
      expect(await stand(more)).toEqual(['sending', true]);
      expect(await stand(idle)).toEqual(['resting', false]);
      sender.wake('record');
    }
  });

  test('a wait the server asked for is obeyed by everything but a tap', async () => {
    const { sender, counts } = scripted([{ kind: 'unknown', retryAfterMs: 120_000 }, idle]);
    await pass(0);
    expect(sender.state.get()).toEqual({ kind: 'retrying', inMs: 120_000, isAskedToWait: true });
    sender.wake('look');
    sender.wake('record');
    await pass(119_999);
    expect(counts.exchanges).toBe(1);
    await pass(1);
    expect(counts.exchanges).toBe(2);
  });

  test.each(['signed_out', 'blocked', 'wrong_user', 'update'] as const)(
    'stops on %s: recording wakes it not, a look or a sign-in does',
    async (kind) => {
      const { sender, counts } = scripted([{ kind }, { kind }, idle]);
      await pass(3_600_000);
      sender.wake('record');
      await pass(0);
      expect(counts).toMatchObject({ exchanges: 1, uploads: 0 });
      expect(sender.state.get()).toEqual({ kind: 'stopped', why: kind });
      sender.wake('look');
      await pass(0);
      expect(counts.exchanges).toBe(2);
      sender.wake('tap');
      await pass(0);
      expect(sender.state.get()).toEqual({ kind: 'resting' });
    },
  );

  test('a photo never delays a reading: an upload gives way to what is recorded, and goes on afterwards', async () => {
    const log: string[] = [];
    const sender: Sender = startSender({
      exchange: async () => {
        log.push('exchange');
        return idle;
      },
      upload: async (shouldYield) => {
        for (let slice = log.includes('gave way') ? 3 : 0; slice < 5; slice += 1) {
          if (shouldYield()) {
            log.push('gave way');
            return { kind: 'unknown', retryAfterMs: null };
          }
          log.push(`slice ${slice}`);
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
        return { kind: 'stored' };
      },
      lock: { alone: async (work) => ({ done: await work() }) },
      isVisible: () => true,
      random: () => 0,
      onTrouble: () => undefined,
    });
    running.push(sender);
    await pass(250);
    sender.wake('record');
    await pass(1000);
    expect(log).toEqual(['exchange', 'slice 0', 'slice 1', 'slice 2', 'gave way', 'exchange', 'slice 3', 'slice 4']);
    expect(sender.state.get()).toEqual({ kind: 'resting' });
  });

  test('trouble with photos is trouble: it is tried again later', async () => {
    const { sender } = scripted([idle], { upload: async () => ({ kind: 'unknown', retryAfterMs: 9000 }) });
    await pass(0);
    expect(sender.state.get()).toEqual({ kind: 'retrying', inMs: 9000, isAskedToWait: true });
  });

  test('a server that always has more, and a disk that fails, do not make it spin', async () => {
    const endless = scripted([more]);
    await pass(0);
    expect(endless.sender.state.get()).toMatchObject({ kind: 'retrying' });
    const failing = scripted([], { exchange: () => Promise.reject(new Error('disk')) });
    await pass(0);
    expect(failing.counts.troubles).toBe(1);
    expect(failing.sender.state.get()).toMatchObject({ kind: 'retrying' });
  });

  test('once stopped for good it never sends again', async () => {
    const { sender, counts } = scripted([idle]);
    await pass(0);
    sender.stop();
    sender.wake('tap');
    await pass(3_600_000);
    expect(counts.exchanges).toBe(1);
  });
});

describe('the lock between tabs', () => {
  /** Web Locks, as far as `ifAvailable` goes. */
  function lockManager() {
    const heldNames = new Set<string>();
    const request = async <T>(name: string, _options: LockOptions, work: (lock: object | null) => Promise<T>): Promise<T> => {
      if (heldNames.has(name)) return work(null);
      heldNames.add(name);
      try {
        return await work({});
      } finally {
        heldNames.delete(name);
      }
    };
    return { request } as unknown as LockManager;
  }

  test('lets one tab at a time through, each person by itself', async () => {
    const locks = lockManager();
    const lock = (n: number) => exchangeLock(owner(n), () => 0, locks);
    let release = (): void => undefined;
    const first = lock(1).alone(() => new Promise<void>((resolve) => (release = resolve)));
    expect(await lock(1).alone(async () => 'second tab')).toBeNull();
    expect(await lock(2).alone(async () => 'another person')).toEqual({ done: 'another person' });
    release();
    await first;
    expect(await lock(1).alone(async () => 'later')).toEqual({ done: 'later' });
  });

  test('is no prison: after 30 s of a frozen tab the other one goes ahead', async () => {
    const locks = lockManager();
    let now = 0;
    void exchangeLock(owner(), () => now, locks).alone(() => new Promise(() => undefined));
    const waiting = exchangeLock(owner(), () => now, locks);
    const tryAt = (time: number) => {
      now = time;
      return waiting.alone(async () => 'through');
    };
    expect([await tryAt(1000), await tryAt(30_999), await tryAt(31_000)]).toEqual([null, null, { done: 'through' }]);
  });

  test('without Web Locks everybody simply sends', async () => {
    expect(await exchangeLock(owner(), () => 0, null).alone(async () => 1)).toEqual({ done: 1 });
  });

  test('a busy lock is tried again soon, until it is free', async () => {
    const answers = [false, false, true];
    const { counts } = scripted([idle], { lock: { alone: async (work) => (answers.shift() === false ? null : { done: await work() }) } });
    await pass(9999);
    expect(counts.exchanges).toBe(0);
    await pass(1);
    expect(counts.exchanges).toBe(1);
  });
});

test('the app coming to the front, or the network coming back, is a look', () => {
  const reasons: string[] = [];
  const window = new EventTarget();
  const document = Object.assign(new EventTarget(), { visibilityState: 'hidden' });
  const end = listenForWakes({ wake: (reason) => void reasons.push(reason) } as Sender, window, document);
  for (const event of ['online', 'focus', 'pageshow']) window.dispatchEvent(new Event(event));
  document.dispatchEvent(new Event('visibilitychange'));
  document.visibilityState = 'visible';
  document.dispatchEvent(new Event('visibilitychange'));
  end();
  window.dispatchEvent(new Event('online'));
  expect(reasons).toEqual(['look', 'look', 'look', 'look']);
});
