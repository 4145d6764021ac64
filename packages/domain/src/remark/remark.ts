import * as z from 'zod/mini';
import { plainText } from '../text.ts';

/** Longest ready remark: it is read on a chip, with gloves on. */
export const LONGEST_REMARK = 80;
export const MOST_REMARKS = 100;

const short = plainText(LONGEST_REMARK).check(z.trim(), z.minLength(1));

/** A few words that a person puts in with one touch. Kinds and categories stay plain texts: an older phone passes over those it does not know. */
export const readyRemarkSchema = z.object({
  id: plainText(64).check(z.minLength(1)),
  /** Steps of this kind, or of all. */
  kind: z.nullable(plainText(40)),
  /** Procedures of this category, or all. */
  category: z.nullable(plainText(80)),
  text: z.object({ fr: short, en: short }),
});
export type ReadyRemark = z.infer<typeof readyRemarkSchema>;

export const readyRemarksSchema = z.array(readyRemarkSchema).check(
  z.maxLength(MOST_REMARKS),
  z.refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'each remark once'),
);

/** Those for a step, in the organisation's order. */
export const remarksFor = (remarks: readonly ReadyRemark[], step: { readonly kind: string; readonly category: string }): ReadyRemark[] =>
  remarks.filter(({ kind, category }) => (kind === null || kind === step.kind) && (category === null || category === step.category));

/** Whether a remark stands in a text as it was put in. Changed by hand, it is the person's own. */
export const holdsRemark = (text: string, remark: string): boolean => text.split('\n').includes(remark);

/** Puts a remark in on a line of its own, or takes it out: what was typed around it stays. */
export function toggleRemark(text: string, remark: string): string {
  if (!holdsRemark(text, remark)) return text.trim() === '' ? remark : `${text}\n${remark}`;
  return text
    .split('\n')
    .filter((line) => line !== remark)
    .join('\n');
}
