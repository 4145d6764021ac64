import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../bootstrap/project.mjs';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const known = new Set([...read('.env.example').matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name));

test('the compose file sets only variables that the server reads', () => {
  const [, service = ''] = /^ {2}heliograph:\n([\s\S]*?)^ {2}database:/m.exec(read('packages/tools/container/compose.yaml')) ?? [];
  const set = [...service.matchAll(/^ {6}([A-Z_]+): /gm)].map(([, name]) => name);
  expect(set).toContain('DATABASE_URL');
  expect(set.filter((name) => !known.has(name))).toEqual([]);
});

test('the container starts the program that npm start starts, and copies no secret and no data into its layers', () => {
  const [, program = ''] = /^ENTRYPOINT \["node", "(.+)"\]$/m.exec(read('packages/tools/container/Dockerfile')) ?? [];
  expect(existsSync(join(root, program))).toBe(true);
  expect(read('packages/tools/bootstrap/project.mjs')).toContain(program);
  const ignored = read('packages/tools/container/Dockerfile.dockerignore').split('\n');
  for (const name of ['**/.env', '**/.data', '.git']) expect(ignored).toContain(name);
});
