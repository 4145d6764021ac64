import { codeSchema, localizedSchema, plainText, procedureHashSchema } from '@heliograph/domain';
import { procedureDraftSchema } from '@heliograph/domain/procedure/draft';
import * as z from 'zod/mini';
import { admitting, allowed, router } from '../trpc/init.ts';
import { optional } from '../trpc/input.ts';
import { attend, checkDraft, createProcedure, discardDraft, duplicateProcedure, openDraft, saveDraft, updateProcedure } from './draft.service.ts';
import { exportXlsform } from './export-xlsform.service.ts';
import { importXlsform } from './import-xlsform.service.ts';
import { createSchema, importFileSchema, importXlsformSchema, namedSchema, revisionSchema, updateSchema } from './inputs.ts';
import { openProcedure, searchLibrary } from './procedure.service.ts';
import { exportProcedure, importProcedure } from './procedure-file.service.ts';
import { approveProposal, publishProcedure, rejectProposal } from './publish.service.ts';
import { archiveProcedure, compareVersions, openPage, openShelf, restoreProcedure, verifyVersion } from './shelf.service.ts';

const word = z.optional(plainText(100));
const limit = z._default(z.int().check(z.minimum(1), z.maximum(100)), 50);
const librarySchema = optional(z.object({ category: word, equipment: word, tag: word, query: word, cursor: word, limit }));

const named = z.object({ slug: plainText(100) });
const sideSchema = plainText(64);
const words = (max: number) => plainText(max).check(z.trim());
const needed = (max: number) => plainText(max).check(z.trim(), z.minLength(1));

export const procedureRouter = router({
  list: allowed('procedure.read')
    .input(librarySchema)
    .query(({ ctx, input }) => searchLibrary(ctx.deps, ctx.actor, input)),
  get: allowed('procedure.read')
    .input(z.union([z.object({ hash: procedureHashSchema }), named]))
    .query(({ ctx, input }) => openProcedure(ctx.deps, ctx.actor, input)),

  shelf: allowed('office.read').query(({ ctx }) => openShelf(ctx.deps, ctx.actor)),
  page: allowed('office.read')
    .input(named)
    .query(({ ctx, input }) => openPage(ctx.deps, ctx.actor, input.slug)),
  compare: allowed('office.read')
    .input(z.extend(named, { from: sideSchema, to: sideSchema }))
    .query(({ ctx, input }) => compareVersions(ctx.deps, ctx.actor, input)),
  verify: allowed('procedure.read')
    .input(z.object({ hash: procedureHashSchema }))
    .query(({ ctx, input }) => verifyVersion(ctx.deps, ctx.actor, input.hash)),

  draft: allowed('office.read')
    .input(named)
    .query(({ ctx, input }) => openDraft(ctx.deps, ctx.actor, input.slug)),
  check: allowed('office.read')
    .input(named)
    .query(({ ctx, input }) => checkDraft(ctx.deps, ctx.actor, input.slug)),
  create: allowed('procedure.write')
    .input(createSchema)
    .mutation(({ ctx, input }) => createProcedure(ctx.deps, ctx.actor, input)),
  update: allowed('procedure.write')
    .input(updateSchema)
    .mutation(({ ctx, input }) => updateProcedure(ctx.deps, ctx.actor, input)),
  saveDraft: allowed('procedure.write')
    .input(z.object({ slug: plainText(100), revision: revisionSchema, document: procedureDraftSchema }))
    .mutation(({ ctx, input }) => saveDraft(ctx.deps, ctx.actor, input)),
  discardDraft: allowed('procedure.write')
    .input(z.extend(named, { revision: revisionSchema }))
    .mutation(({ ctx, input }) => discardDraft(ctx.deps, ctx.actor, input)),
  attend: allowed('procedure.write')
    .input(named)
    .mutation(({ ctx, input }) => attend(ctx.deps, ctx.actor, input.slug)),
  duplicate: allowed('procedure.write')
    .input(z.extend(named, { as: z.optional(codeSchema), title: z.optional(localizedSchema) }))
    .mutation(({ ctx, input }) => duplicateProcedure(ctx.deps, ctx.actor, input)),

  export: allowed('procedure.read')
    .input(namedSchema)
    .query(({ ctx, input }) => exportProcedure(ctx.deps, ctx.actor, input)),
  exportXlsform: allowed('procedure.read')
    .input(namedSchema)
    .query(({ ctx, input }) => exportXlsform(ctx.deps, ctx.actor, input)),
  import: allowed('procedure.write')
    .input(importFileSchema)
    .mutation(({ ctx, input }) => importProcedure(ctx.deps, ctx.actor, input)),
  importXlsform: allowed('procedure.write')
    .input(importXlsformSchema)
    .mutation(({ ctx, input: { file, ...rest } }) => importXlsform(ctx.deps, ctx.actor, { ...rest, bytes: Buffer.from(file, 'base64') })),

  publish: admitting('procedure.publish')
    .input(
      z.extend(named, {
        revision: revisionSchema,
        note: z._default(words(2000), ''),
        accepted: z._default(z.array(plainText(64)).check(z.maxLength(100)), []),
      }),
    )
    .mutation(({ ctx, input }) => publishProcedure(ctx.deps, ctx.actor, input)),
  approve: admitting('procedure.approve')
    .input(z.extend(named, { proposal: z.uuid() }))
    .mutation(({ ctx, input }) => approveProposal(ctx.deps, ctx.actor, input)),
  reject: allowed('procedure.approve')
    .input(z.extend(named, { proposal: z.uuid(), reason: needed(2000) }))
    .mutation(({ ctx, input }) => rejectProposal(ctx.deps, ctx.actor, input)),
  archive: allowed('procedure.publish')
    .input(named)
    .mutation(({ ctx, input }) => archiveProcedure(ctx.deps, ctx.actor, input.slug)),
  restore: allowed('procedure.publish')
    .input(named)
    .mutation(({ ctx, input }) => restoreProcedure(ctx.deps, ctx.actor, input.slug)),
});
