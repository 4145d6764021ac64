import type { ProcedureContent } from '../procedure/content.ts';
import { type HeldCertification, isHeldOn } from './assess.ts';

/** A requirement that somebody does not meet: the codes they lack, all of them or one of them. */
export interface LackingCertifications {
  readonly rule: 'any_of' | 'all_of';
  readonly codes: readonly string[];
}

/**
 * What a procedure asks for that the person does not hold on a day. Rule 6 of the trade's handbook: at the desk and at the start it is said,
 * at a hold point it closes.
 * @param day of the place where the work is, `YYYY-MM-DD`; the last day of a certification counts
 */
export function lackingCertifications(
  required: ProcedureContent['requiredCertifications'],
  held: readonly HeldCertification[],
  day: string,
): readonly LackingCertifications[] {
  const valid = new Set(held.filter((one) => isHeldOn(one, day)).map(({ code }) => code));
  const all = required.flatMap(({ codes, rule, holder }) => {
    // One in the team suffices: who it is cannot be told of one person, so it never blocks.
    if (holder === 'one_in_team') return [];
    const lacking = codes.filter((code) => !valid.has(code));
    const isMet = rule === 'any_of' ? lacking.length < codes.length : lacking.length === 0;
    return isMet ? [] : [{ rule, codes: lacking }];
  });
  return all.filter((one) => !all.some((other) => other !== one && settles(other, one)));
}

/** Whoever gets one of `narrow` has met `wide` as well: it need not be read out. */
const settles = (narrow: LackingCertifications, wide: LackingCertifications): boolean =>
  narrow.rule === 'any_of' &&
  wide.rule === 'any_of' &&
  narrow.codes.length < wide.codes.length &&
  narrow.codes.every((code) => wide.codes.includes(code));
