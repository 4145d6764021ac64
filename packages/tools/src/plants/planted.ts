import { readFileSync } from 'node:fs';
import type { Plugin } from 'vitest/config';
import { PLANTS } from './plants.ts';

/** Puts one plant into the sources while they are loaded; the files stay as they are. A cut that does not match exactly once is an error, not a pass. */
export function planted(name: string): Plugin {
  const plant = PLANTS.find((one) => one.name === name);
  if (plant === undefined) throw new Error(`no plant ${name}`);
  return {
    name: 'planted',
    enforce: 'pre',
    load(id) {
      const path = id.split('?')[0] ?? '';
      const here = plant.cuts.filter(({ file }) => path.endsWith(`/${file}`));
      if (here.length === 0) return null;
      return here.reduce(
        (source, { file, from, to }) => {
          const times = source.split(from).length - 1;
          if (times !== 1) throw new Error(`${name}: its lines stand ${times} times in ${file}`);
          return source.replace(from, () => to);
        },
        readFileSync(path, 'utf8'),
      );
    },
  };
}
