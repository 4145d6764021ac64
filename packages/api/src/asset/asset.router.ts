import { assetIdSchema, equipmentTypeSchema, plainText, RETIRED_FILTER, siteIdSchema } from '@heliograph/domain';
import * as z from 'zod/mini';
import { newId } from '../office/ids.ts';
import { allowed, router } from '../trpc/init.ts';
import { optional } from '../trpc/input.ts';
import { paging } from '../trpc/paging.ts';
import { assetsFor, openAsset } from './asset.service.ts';
import { createAsset, restoreAsset, retireAsset, updateAsset } from './change-asset.service.ts';
import { importAssets } from './import-assets.service.ts';

const listSchema = optional(
  z.object({
    ...paging,
    siteId: z.optional(siteIdSchema),
    /** Null: what hangs directly below the site. */
    parentId: z.optional(z.nullable(assetIdSchema)),
    type: z.optional(equipmentTypeSchema),
    query: z.optional(plainText(100)),
    retired: z._default(z.enum(RETIRED_FILTER), 'no'),
  }),
);

const needed = (max: number) => plainText(max).check(z.trim(), z.minLength(1));
const attributes = z._default(z.record(z.string().check(z.regex(/^[a-z][a-z0-9_]{0,63}$/)), plainText(200)), {});
const position = z.int().check(z.minimum(0), z.maximum(1_000_000_000));
const named = z.object({ id: assetIdSchema, revision: z.int() });

const createSchema = z.object({
  id: z.optional(assetIdSchema),
  site: siteIdSchema,
  parent: z._default(z.nullable(assetIdSchema), null),
  type: equipmentTypeSchema.check(z.minLength(1)),
  name: z.optional(needed(200)),
  code: z.optional(needed(64)),
  pattern: z.optional(needed(100)),
  serial: z.optional(needed(100)),
  position: z.optional(position),
  attributes,
});

const updateSchema = z.extend(named, {
  parent: z.nullable(assetIdSchema),
  type: equipmentTypeSchema.check(z.minLength(1)),
  name: needed(200),
  code: needed(64),
  serial: z.optional(z.nullable(plainText(100))),
  position,
  attributes,
});

const importSchema = z.object({
  site: siteIdSchema,
  /** The file's own bytes: its alphabet is found out here. */
  file: z.base64(),
  dryRun: z.boolean(),
  basis: z.optional(z.int()),
});

export const assetRouter = router({
  list: allowed('site.read')
    .input(listSchema)
    .query(({ ctx, input: { siteId, parentId, ...rest } }) => assetsFor(ctx.deps, ctx.actor, { ...rest, site: siteId, parent: parentId })),
  get: allowed('site.read')
    .input(z.union([z.object({ id: assetIdSchema }), z.object({ code: plainText(64) })]))
    .query(({ ctx, input }) => openAsset(ctx.deps, ctx.actor, input)),
  create: allowed('site.manage')
    .input(createSchema)
    .mutation(({ ctx, input: { id, ...rest } }) => createAsset(ctx.deps, ctx.actor, { id: id ?? newId(assetIdSchema, ctx.deps.now()), ...rest })),
  update: allowed('site.manage')
    .input(updateSchema)
    .mutation(({ ctx, input }) => updateAsset(ctx.deps, ctx.actor, input)),
  retire: allowed('site.manage')
    .input(named)
    .mutation(({ ctx, input }) => retireAsset(ctx.deps, ctx.actor, input)),
  restore: allowed('site.manage')
    .input(named)
    .mutation(({ ctx, input }) => restoreAsset(ctx.deps, ctx.actor, input)),
  import: allowed('site.manage')
    .input(importSchema)
    .mutation(({ ctx, input: { file, ...rest } }) => importAssets(ctx.deps, ctx.actor, { ...rest, bytes: Buffer.from(file, 'base64') })),
});
