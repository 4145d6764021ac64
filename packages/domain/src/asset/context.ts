import * as z from 'zod/mini';
import { assetIdSchema, siteIdSchema } from '../ids.ts';
import { plainText } from '../text.ts';

/** Equipment type codes; a catalogue that organisations may extend, hence text. */
export const equipmentTypeSchema = plainText(64);

/** One position of the plant as a phone holds it. Attributes are canonical decimals or short texts, named as the formulas name them. */
export const assetSchema = z.object({
  id: assetIdSchema,
  site: siteIdSchema,
  parent: z.nullable(assetIdSchema),
  type: equipmentTypeSchema,
  name: plainText(200),
  /** What is printed on its label and in its QR code: a stable identifier of ours, not a serial number. */
  code: plainText(64),
  serial: z.optional(plainText(100)),
  position: z.int(),
  attributes: z.record(z.string(), plainText(200)),
});
export type Asset = z.infer<typeof assetSchema>;

export const siteSchema = z.object({
  id: siteIdSchema,
  name: plainText(200),
  code: plainText(64),
  timeZone: plainText(64),
  address: plainText(500),
  lat: z.nullable(z.number()),
  lon: z.nullable(z.number()),
  /** What the emergency sheet shows; every text is the site's own. */
  emergency: z.object({
    gate: plainText(500),
    meetingPoint: plainText(500),
    shutOff: plainText(500),
    controlRoom: plainText(100),
    hospital: plainText(500),
    fireStation: plainText(500),
  }),
});
export type Site = z.infer<typeof siteSchema>;

/** What formulas and repeats may ask of the asset in hand. */
export interface AssetContext {
  readonly asset: Asset;
  /** Attribute of the asset, else of the nearest ancestor that has it. */
  attribute(name: string): string | null;
  /** Descendants of one type, in the order of their labels: the items of a repeat. */
  descendants(type: string): readonly Asset[];
}
