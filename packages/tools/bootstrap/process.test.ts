import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

const door = new URL('./process.mjs', import.meta.url).href;

/** A script that runs a command the way every npm script does. */
const running = (command: string): ChildProcess =>
  spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `import { forwardSignals, run } from '${door}';
     forwardSignals();
     process.exit(await run('sh', ['-c', ${JSON.stringify(command)}], process.env));`,
  ]);

/** A dead process that nobody has asked about yet counts as dead. */
const isAlive = (pid: number): boolean => /^[^Z]/.test(spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim());

const STAYS = `"${process.execPath}" -e 'console.log(process.pid); setInterval(() => {}, 1000)'; true`;

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('%s to the script ends what its command started, however deep', async (signal) => {
  const script = running(STAYS);
  const [said] = await once(script.stdout ?? script, 'data');
  const deep = Number(said);
  expect(isAlive(deep)).toBe(true);
  script.kill(signal);
  await once(script, 'exit');
  await expect.poll(() => isAlive(deep)).toBe(false);
});

test("the command's exit code is the script's", async () => {
  const [code] = await once(running('exit 7'), 'exit');
  expect(code).toBe(7);
});
