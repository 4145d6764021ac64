import { emailSchema, languageSchema, organisationNameSchema, personNameSchema, plainText, siteSchema, timeZoneSchema } from '@heliograph/domain';
import * as z from 'zod/mini';
import { open, router } from '../trpc/init.ts';
import { setUp } from './setup.service.ts';

const { address, lat, lon, emergency } = siteSchema.shape;
const line = (max: number) => plainText(max).check(z.trim(), z.minLength(1));

const createSchema = z.object({
  code: plainText(40),
  organisation: z.object({ name: organisationNameSchema, language: languageSchema, timeZone: timeZoneSchema }),
  admin: z.object({ name: personNameSchema, email: emailSchema, password: z.string().check(z.maxLength(1024)) }),
  site: z.object({
    name: line(200),
    code: line(64),
    timeZone: z.optional(timeZoneSchema),
    address: z.optional(address),
    lat: z.optional(lat),
    lon: z.optional(lon),
    emergency: z.optional(emergency),
  }),
  library: z._default(z.boolean(), true),
});

export const setupRouter = router({
  /** The first start; `auth.welcome` tells whether it is wanted. Afterwards the admin signs in. */
  create: open.input(createSchema).mutation(({ ctx, input }) => setUp(ctx.deps, ctx.caller, input)),
});
