import { defineConfig } from 'vitest/config';
import { projects, setUp } from '../../../../vitest.config.ts';
import { root } from '../../bootstrap/project.mjs';
import { planted } from './planted.ts';

const { PLANT = '', PLANT_PROJECT = '' } = process.env;

/** The tests of one project, over sources with one plant in them. */
export default defineConfig({
  root,
  plugins: [planted(PLANT)],
  // A module kept from a run without this plant, or with another one, would be believed.
  test: { fsModuleCache: false, ...projects.find(({ name }) => name === PLANT_PROJECT), ...setUp, maxWorkers: 1 },
});
