import * as z from 'zod/mini';
import type { DefectClass } from '../procedure/catalogue.ts';
import { codeSchema, type Severity, severitySchema } from '../procedure/codes.ts';
import { plainText } from '../text.ts';

/** Longest text about one defect, and of the interpretation and the advice, in UTF-16 units. */
export const LONGEST_DEFECT_TEXT = 300;
export const LONGEST_SUMMARY = 600;
/** More than this on one photo is a list nobody reads; the model is told so. */
export const MOST_DEFECTS = 5;

const share = z.number().check(z.minimum(0), z.maximum(1));

/** How sure a model says it is: 0 to 1. */
export const confidenceSchema = share;

/** A place in the picture, in shares of its width and height from the upper left corner: the same on every screen. */
export const boxSchema = z.object({ x: share, y: share, width: share, height: share }).check(
  z.refine(({ x, width }) => x + width <= 1 + ROUNDING, 'inside the picture'),
  z.refine(({ y, height }) => y + height <= 1 + ROUNDING, 'inside the picture'),
  z.refine(({ width, height }) => width > 0 && height > 0, 'has a size'),
);
export type Box = z.infer<typeof boxSchema>;

/** Shares are added as binary fractions: 0.7 + 0.3 may be a little more than one. */
const ROUNDING = 1e-6;

/** A defect as a person states it: what a finding is made of. */
export const statedDefectSchema = z.object({
  /** Code of the closed list of the domain: `vision.classes`. */
  class: codeSchema,
  severity: severitySchema,
  box: z.nullable(boxSchema),
  text: plainText(LONGEST_DEFECT_TEXT).check(z.trim()),
});
export type StatedDefect = z.infer<typeof statedDefectSchema>;

/** A defect as a model proposes it. */
export const proposedDefectSchema = z.extend(statedDefectSchema, { confidence: confidenceSchema });
export type ProposedDefect = z.infer<typeof proposedDefectSchema>;

/** What an ordinary or a thermal picture can show. Insulation, polarity, tightness or voltage cannot be seen, so they are never proposed (handbook 5.3). */
export const isVisibleDefect = ({ detection }: Pick<DefectClass, 'detection'>): boolean =>
  detection.some((by) => by === 'rgb' || by === 'ir' || by === 'visual');

/** A model may hold a defect for worse than the handbook does, never for less: that takes a person (handbook 5.3). */
export const proposedSeverity = (said: Severity, { defaultSeverity }: Pick<DefectClass, 'defaultSeverity'>): Severity =>
  said > defaultSeverity ? said : defaultSeverity;
