import * as z from 'zod/mini';
import { codeSchema, severitySchema } from '../procedure/codes.ts';
import type { StepBase } from '../procedure/step-base.ts';
import { localizedSchema, plainText } from '../text.ts';
import { RECORDED, verdict } from './consequences.ts';
import { defineStepKind, type Evaluation, type Outcome } from './define.ts';

const optionSchema = z.strictObject({
  value: codeSchema,
  label: localizedSchema,
  outcome: z.enum(['ok', 'warn', 'fail']),
  finding: z.optional(codeSchema),
  severity: z.optional(severitySchema),
  openProcedure: z.optional(codeSchema),
  /** Halts the run. */
  stopWork: z.optional(z.boolean()),
  /** Parks the run, to be resumed later. */
  suspend: z.optional(z.boolean()),
});
type Option = z.infer<typeof optionSchema>;

const OUTCOMES = { ok: 'pass', warn: 'watch', fail: 'fail' } as const satisfies Record<Option['outcome'], Outcome>;

/** One of several answers, each with what follows from it. */
export const choice = defineStepKind({
  kind: 'choice',
  definition: z.strictObject({ options: z.array(optionSchema).check(z.minLength(1)) }),
  response: z.object({ value: plainText(80) }),
  evaluate(step, { value }) {
    const option = step.options.find((candidate) => candidate.value === value);
    return option === undefined ? RECORDED : chosen(step, option);
  },
  summarize(step, { value }) {
    const option = step.options.find((candidate) => candidate.value === value);
    return option === undefined ? { kind: 'text', text: value } : { kind: 'label', label: option.label };
  },
  // Nothing follows from either until the author says so: a failure that nobody chose would stop the work of who answers it.
  blank: {
    options: [
      { value: 'o1', label: { fr: '', en: '' }, outcome: 'ok' },
      { value: 'o2', label: { fr: '', en: '' }, outcome: 'ok' },
    ],
  },
  example: {
    step: {
      options: [
        { value: 'clear', label: { fr: 'Sec et dégagé', en: 'Dry and clear' }, outcome: 'ok' },
        { value: 'wet', label: { fr: 'Rosée ou pluie', en: 'Dew or rain' }, outcome: 'warn' },
        {
          value: 'reversed',
          label: { fr: 'Polarité inversée', en: 'Reversed polarity' },
          outcome: 'fail',
          finding: 'reversed_polarity',
          severity: 5,
          stopWork: true,
        },
        { value: 'night', label: { fr: 'Reporté à la nuit', en: 'Postponed until night' }, outcome: 'warn', suspend: true },
      ],
    },
    responses: [{ value: 'clear' }, { value: 'wet' }, { value: 'reversed' }, { value: 'night' }],
  },
});

function chosen({ holdPoint, onFail }: StepBase, option: Option): Evaluation {
  const outcome = OUTCOMES[option.outcome];
  const failsHoldPoint = outcome === 'fail' && (onFail?.stopWork ?? holdPoint);
  return {
    ...verdict(outcome),
    finding: option.finding ?? null,
    severity: option.severity ?? null,
    stopsWork: option.stopWork ?? failsHoldPoint,
    suspends: option.suspend ?? false,
    message: outcome === 'fail' ? (onFail?.message ?? null) : null,
    openProcedure: option.openProcedure ?? null,
  };
}
