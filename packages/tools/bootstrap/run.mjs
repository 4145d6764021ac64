// The one door of every npm script. It runs on the Node and npm of the machine, with no package installed;
// everything else runs under the Node 24 of the project.
import { join } from 'node:path';
import { build, install } from './prepare.mjs';
import { forwardSignals, run } from './process.mjs';
import { environment, node, root, serverCommand, settings } from './project.mjs';

/** A program of this package, under the project's Node. @param {string} name @param {string[]} args */
const tool = (name, ...args) => run(node(), [join(root, 'packages/tools/src', name, 'main.ts'), ...args], environment);

/** The same with the settings of `.env`, as the server has them. @param {string} name @param {string[]} args */
const withSettings = (name, ...args) => run(node(), [...settings(), join(root, 'packages/tools/src', name, 'main.ts'), ...args], environment);

/** @param {NodeJS.ProcessEnv} env @param {string[]} extra */
function serve(env, ...extra) {
  const { command, args } = serverCommand();
  return run(command, [...args, ...extra], { ...environment, ...env });
}

/** Whether there is a build to test: what fails here is counted there, with everything that needs it. */
const tryBuild = () =>
  build().then(
    () => 'built',
    (error) => {
      console.error(error.message);
      return 'not-built';
    },
  );

/** @type {Record<string, (args: string[]) => Promise<number>>} */
const commands = {
  start: async (args) => {
    await build();
    return serve({ NODE_ENV: 'production' }, ...args);
  },
  dev: () => serve({ NODE_ENV: 'development' }, '--dev'),
  check: () => tool('test', 'check'),
  test: async () => tool('test', 'all', await tryBuild()),
  'test:long': async () => tool('test', 'long', await tryBuild()),
  'test:browsers': async () => {
    await build();
    return tool('other-browsers');
  },
  bench: async (args) => tool('bench', await tryBuild(), ...args),
  simulate: (args) => tool('simulate', ...args),
  eval: (args) => tool('eval', ...args),
  'import:xlsform': (args) => tool('import-xlsform', ...args),
  backup: (args) => withSettings('backup', 'backup', ...args),
  restore: (args) => withSettings('backup', 'restore', ...args),
  screens: async (args) => {
    await build();
    return tool('screens', ...args);
  },
  format: () => run(join(root, 'node_modules/.bin/biome'), ['check', '--write', root], environment),
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (command === undefined) {
  console.error(`Say one of: ${Object.keys(commands).join(', ')}.`);
  process.exit(2);
}
process.chdir(root);
forwardSignals();
try {
  await install();
  process.exit(await command(args));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
