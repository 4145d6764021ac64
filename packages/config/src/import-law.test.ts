import { beforeAll, describe, expect, test } from 'vitest';
import { lintSamples } from './lint-samples.ts';

/** Where, what, and a part of the message that must name the right door. `x` stands for any file. */
const forbidden: readonly (readonly [path: string, code: string, message: string])[] = [
  ['packages/domain/src/execution/x.ts', `import { z } from 'zod';`, 'zod/mini'],
  ['packages/domain/src/execution/x.ts', `import { readFile } from 'node:fs/promises';`, 'pure and runs anywhere'],
  ['packages/domain/src/execution/x.ts', `import type { Outbox } from '@heliograph/sync/phone';`, 'pure and runs anywhere'],
  ['packages/domain/src/execution/x.ts', 'export const now = Date.now();', 'No clock and no chance'],
  ['packages/domain/src/execution/x.ts', 'export const now = new Date();', 'No clock and no chance'],
  ['packages/domain/src/execution/x.ts', 'export const dice = () => Math.random();', 'No clock and no chance'],
  ['packages/domain/src/execution/x.ts', 'export const page = () => document.title;', 'The domain is pure'],
  ['packages/domain/src/execution/x.ts', `export { db } from '../../../db/src/index.ts';`, 'imported by its name'],
  ['packages/sync/src/phone/x.ts', `import { openDB } from 'idb';`, 'through a port'],
  ['packages/sync/src/server/x.ts', `import { sql } from 'kysely';`, 'through a port'],
  ['packages/sync/src/phone/x.ts', `export const send = () => fetch('/api');`, 'only know ports'],
  ['packages/sync/src/phone/x.ts', 'export const later = () => setTimeout(() => {}, 5);', 'only know ports'],
  ['packages/sync/src/phone/x.ts', 'export const stores = () => indexedDB.databases();', 'only know ports'],
  ['packages/sync/src/phone/x.ts', 'export const id = () => globalThis.crypto.randomUUID();', 'No clock and no chance'],
  ['packages/sync/src/simulator/x.ts', 'export const dice = () => Math.random();', 'No clock and no chance'],
  ['packages/offline/src/outbox/x.ts', `import type { AppRouter } from '@heliograph/api';`, 'never knows the API'],
  ['packages/offline/src/outbox/x.ts', `import { useState } from 'react';`, 'knows no screen'],
  ['packages/offline/src/outbox/x.ts', `import { createTRPCClient } from '@trpc/client';`, 'never knows the API'],
  ['packages/offline/src/outbox/x.ts', `import { exchange } from '@heliograph/sync/server';`, 'its phone half'],
  ['packages/db/src/execution/x.ts', `import { signIn } from '@heliograph/api';`, 'lowest room'],
  ['packages/db/src/execution/x.ts', `import { createEngine } from '@heliograph/sync/phone';`, 'its server half'],
  ['packages/ai/src/x.ts', `import { listTips } from '@heliograph/db';`, 'a service of @heliograph/api'],
  ['packages/api/src/execution/x.ts', `import { sql } from 'kysely';`, 'add a repository function'],
  ['packages/api/src/execution/x.ts', `import pg from 'pg';`, 'add a repository function'],
  ['packages/api/src/execution/x.ts', `import OpenAI from 'openai';`, '@heliograph/ai alone'],
  ['packages/api/src/execution/x.ts', `import { NextResponse } from 'next/server';`, 'neither Next nor screens'],
  ['packages/api/src/execution/x.ts', `import { Lucia } from 'lucia';`, 'src/auth/session.ts alone'],
  ['packages/api/src/execution/x.ts', `import sharp from 'sharp';`, 'src/photo alone'],
  ['packages/ui/src/x.tsx', `import { evaluate } from '@heliograph/domain';`, 'knows nothing of solar'],
  ['apps/web/src/features/execution/x.tsx', `import { useQuery } from '@tanstack/react-query';`, 'record()'],
  ['apps/web/src/features/execution/x.tsx', `import { createTRPCReact } from '@trpc/react-query';`, 'record()'],
  ['apps/web/src/features/execution/x.tsx', `import { openDatabase } from '@heliograph/db';`, 'a service of @heliograph/api'],
  ['apps/web/src/features/execution/x.tsx', `import { appRouter } from '@heliograph/api';`, 'only `import type`'],
  ['apps/web/src/features/execution/x.tsx', `export const load = () => import('@heliograph/api');`, 'only `import type`'],
  ['apps/web/src/platform/x.ts', `import { exchange } from '@heliograph/sync/server';`, 'no place on the phone'],
  ['apps/web/src/platform/x.ts', `import { join } from 'node:path';`, 'runs in a browser'],
  ['apps/web/src/platform/x.ts', `import OpenAI from 'openai';`, '@heliograph/ai alone'],
  ['apps/web/src/platform/x.ts', `import * as z from 'zod';`, 'zod/mini'],
  ['apps/web/src/pages/x.tsx', `import Image from 'next/image';`, 'Switched off by design'],
  ['apps/web/src/pages/x.tsx', `'use server';\nexport const save = async () => {};`, 'No Server Action'],
  ['apps/web/src/sw/x.ts', `import { openOutbox } from '@heliograph/offline';`, 'serves the shell'],
  ['apps/web/src/pages/x.tsx', `import { appRouter } from '@heliograph/api';`, 'src/server wires'],
  ['apps/web/src/server/x.ts', `import { Kysely } from 'kysely';`, 'add a repository function'],
  ['apps/web/src/server/x.ts', `import { migrate } from '@heliograph/db';`, 'a service of @heliograph/api'],
];

/** The other habits that a machine holds. */
const careless: readonly (readonly [path: string, code: string, rule: string])[] = [
  ['packages/db/src/x.ts', `import dayjs from 'dayjs';`, 'noUndeclaredDependencies'],
  ['packages/db/src/x.ts', 'export const read = (row: any) => row;', 'noExplicitAny'],
  ['packages/db/src/x.ts', 'export const first = (rows: string[]) => rows[0]!;', 'noNonNullAssertion'],
  ['packages/db/src/x.ts', '// @ts-ignore\nexport const n: number = "";', 'noTsIgnore'],
  ['packages/db/src/x.ts', 'const save = async () => 1;\nexport const run = () => {\n  save();\n};', 'noFloatingPromises'],
  ['packages/db/src/x.ts', 'export enum Role {\n  Admin,\n}', 'noEnum'],
  ['packages/db/src/x.ts', `export const port = process.env['PORT'];`, 'noProcessEnv'],
  ['packages/db/src/x.ts', 'export const say = () => console.log(1);', 'noConsole'],
  ['packages/db/src/x.ts', 'export const sum = (a: number, b: number, c: number, d: number) => a + b + c + d;', 'useMaxParams'],
  ['packages/db/src/x.ts', `export const long = [\n${'  1,\n'.repeat(350)}];`, 'noExcessiveLinesPerFile'],
  ['packages/db/src/x.ts', `export function long() {\n${'  globalThis.name = "";\n'.repeat(61)}}`, 'noExcessiveLinesPerFunction'],
  ['packages/db/src/x.test.ts', `import { test } from 'vitest';\ntest.only('one', () => {});`, 'noFocusedTests'],
  ['packages/db/src/x.test.ts', `import { test } from 'vitest';\ntest.skip('one', () => {});`, 'noSkippedTests'],
  ['packages/db/src/ring.ts', `import { b } from './ring-b.ts';\nexport const a = () => b;`, 'noImportCycles'],
  ['packages/db/src/ring-b.ts', `import { a } from './ring.ts';\nexport const b = () => a;`, 'noImportCycles'],
];

const allowed: readonly (readonly [path: string, code: string])[] = [
  ['packages/domain/src/execution/x.ts', `import * as z from 'zod/mini';\nexport const schema = z.string();`],
  ['packages/domain/src/execution/x.ts', 'export const year = (instant: number) => new Date(instant).getUTCFullYear();'],
  ['packages/domain/src/execution/x.ts', `import { step } from '../operation/index.ts';\nexport const kinds = [step];`],
  ['packages/domain/src/execution/x.test.ts', `import { readFileSync } from 'node:fs';\nexport const golden = readFileSync('x');`],
  ['packages/sync/src/phone/x.ts', `import type { Operation } from '@heliograph/domain';\nexport type Row = Operation;`],
  ['packages/offline/src/outbox/x.ts', `import { openDB } from 'idb';\nexport const open = openDB;`],
  ['packages/offline/src/outbox/x.ts', `import type { Outbox } from '@heliograph/sync/phone';\nexport type Mine = Outbox;`],
  ['packages/db/src/execution/x.ts', `import { sql } from 'kysely';\nexport const one = sql;`],
  ['packages/api/src/execution/x.ts', `import { lockDevice } from '@heliograph/db';\nexport const lock = lockDevice;`],
  ['packages/api/src/auth/session.ts', `import { Lucia } from 'lucia';\nexport const Sessions = Lucia;`],
  ['packages/api/src/photo/x.ts', `import sharp from 'sharp';\nexport const decode = sharp;`],
  ['apps/web/src/features/execution/x.tsx', `import { record } from '@heliograph/offline';\nexport const save = record;`],
  ['apps/web/src/features/office/x.tsx', `import { useQuery } from '@tanstack/react-query';\nexport const use = useQuery;`],
  ['apps/web/src/platform/x.ts', `import type { AppRouter } from '@heliograph/api';\nexport type Router = AppRouter;`],
  ['apps/web/src/server/x.ts', `import { appRouter } from '@heliograph/api';\nexport const router = appRouter;`],
  ['apps/web/src/sw/x.ts', `import { precacheAndRoute } from 'workbox-precaching';\nexport const serve = precacheAndRoute;`],
];

const samples = [...forbidden, ...careless, ...allowed].map(([path, code]) => ({ path, code: `${code}\n` }));
let said: string[] = [];
beforeAll(async () => {
  said = await lintSamples(samples);
});

describe('refused, with the right door', () => {
  test.each(forbidden.map(([path, code, message], n) => ({ path, code, message, n })))('$path: $code', ({ message, n }) => {
    expect(said[n]).toContain(message);
  });
});

describe('refused, by the rule', () => {
  test.each(careless.map(([path, , rule], n) => ({ path, rule, n: forbidden.length + n })))('$rule in $path', ({ rule, n }) => {
    expect(said[n]).toContain(rule);
  });
});

describe('welcome', () => {
  test.each(allowed.map(([path, code], n) => ({ path, code, n: forbidden.length + careless.length + n })))('$path: $code', ({ n }) => {
    expect(said[n]).toBe('');
  });
});
