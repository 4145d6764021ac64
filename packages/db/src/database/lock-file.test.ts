import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { takeLock } from './lock-file.ts';

const home = mkdtempSync(join(tmpdir(), 'heliograph-lock-'));
afterAll(() => rmSync(home, { recursive: true }));
const place = () => join(home, `${crypto.randomUUID()}.lock`);
const child = `import { takeLock } from ${JSON.stringify(join(import.meta.dirname, 'lock-file.ts'))};
try { takeLock(process.argv[1]); console.log('taken'); } catch { console.log('refused'); }
setInterval(() => undefined, 1000);`;
const startChild = async (path: string) => {
  const process_ = spawn(process.execPath, ['--input-type=module', '-e', child, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(process_, 'exit').then(() => {
    throw new Error('the other process ended before it said anything');
  });
  const [said] = await Promise.race([once(process_.stdout, 'data'), ended]);
  ended.catch(() => undefined);
  return { process: process_, said: String(said).trim() };
};

test('a second opening in the same process is refused, and the message names the process', () => {
  const path = place();
  takeLock(path);
  expect(() => takeLock(path)).toThrow(`process ${process.pid}`);
});

test('a lock that was released can be taken again', () => {
  const path = place();
  takeLock(path)();
  expect(existsSync(path)).toBe(false);
  expect(takeLock(path)).toBeTypeOf('function');
});

test('another living process keeps its lock; killed with -9 it loses it', async () => {
  const path = place();
  const other = await startChild(path);
  expect(other.said).toBe('taken');
  expect(() => takeLock(path)).toThrow(`process ${other.process.pid}`);
  other.process.kill('SIGKILL');
  await once(other.process, 'exit');
  expect(takeLock(path)).toBeTypeOf('function');
});

test('of several that find a dead lock together, one wins', async () => {
  const path = place();
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  writeFileSync(path, `${dead} - old`);
  const contenders = await Promise.all([startChild(path), startChild(path), startChild(path), startChild(path)]);
  expect(contenders.filter(({ said }) => said === 'taken')).toHaveLength(1);
  for (const { process: one } of contenders) one.kill('SIGKILL');
});

test.runIf(process.platform === 'linux')('a number that has come back, as ours does in a container, is not the old process', () => {
  const path = place();
  writeFileSync(path, `${process.pid} 00000000-0000-0000-0000-000000000000/1 old`);
  expect(takeLock(path)).toBeTypeOf('function');
});

test('a lock that says nothing readable is dead', () => {
  const path = place();
  writeFileSync(path, '');
  expect(takeLock(path)).toBeTypeOf('function');
});

test('a gate left by a crash is passed after a while, not at once', () => {
  const path = place();
  mkdirSync(`${path}.gate`);
  expect(() => takeLock(path)).toThrow('in use');
  const old = new Date(Date.now() - 60_000);
  utimesSync(`${path}.gate`, old, old);
  takeLock(path);
  expect(readFileSync(path, 'utf8')).toContain(String(process.pid));
});

test('releasing never takes away a lock that another process has taken over since', () => {
  const path = place();
  const release = takeLock(path);
  writeFileSync(path, 'somebody else');
  release();
  expect(existsSync(path)).toBe(true);
});
