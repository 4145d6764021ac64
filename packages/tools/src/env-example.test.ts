import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { envExample } from '@heliograph/api';
import { expect, test } from 'vitest';
import { root } from '../bootstrap/project.mjs';

test('.env.example names exactly the variables the server reads, with their meaning', () => {
  expect(readFileSync(join(root, '.env.example'), 'utf8')).toBe(envExample());
});
