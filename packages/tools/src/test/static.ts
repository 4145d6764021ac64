import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { manifests, root } from '../../bootstrap/project.mjs';
import { type Part, script, type Tally } from './part.ts';

/** Format, lint and the import law, in one pass of Biome. */
export const lint: Part = {
  name: 'format, lint, import law',
  run: async () => {
    const { code } = await script('node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '--max-diagnostics=none', '.']);
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, why: ['`npm run format` mends what can be mended by machine.'] };
  },
};

/** The compiler over every tsconfig of every workspace, two at a time. */
export const types: Part = {
  name: 'types',
  run: async () => {
    const configs = manifests().flatMap((manifest) =>
      ['tsconfig.json', 'tsconfig.sw.json', 'test/tsconfig.json', 'e2e/tsconfig.json'].map((name) => join(dirname(manifest), name)),
    );
    const waiting = configs.filter((config) => existsSync(join(root, config)));
    const failures: string[] = [];
    const total = waiting.length;
    const check = async () => {
      for (let config = waiting.shift(); config !== undefined; config = waiting.shift()) {
        const { code, said } = await script('node_modules/typescript/bin/tsc', ['-p', config, '--noEmit', '--pretty', 'false'], { isQuiet: true });
        if (code !== 0) failures.push(`${config}\n${said.trim()}`);
      }
    };
    await Promise.all([check(), check()]);
    return { passed: total - failures.length, failed: failures.length, why: failures } satisfies Tally;
  },
};
