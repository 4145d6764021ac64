import * as z from 'zod/mini';
import type { Step } from '../procedure/content.ts';
import { check } from './check.ts';
import { choice } from './choice.ts';
import { RECORDED } from './consequences.ts';
import type { Evaluation, EvaluationContext, StepKindModule, Summary } from './define.ts';
import { instruction } from './instruction.ts';
import { measurement } from './measurement.ts';
import { photo } from './photo.ts';
import { scan } from './scan.ts';
import { signature } from './signature.ts';
import { text } from './text.ts';

/** Every kind of step this build knows. One line here, one component in the app. */
export const stepKinds = { instruction, check, measurement, choice, text, photo, signature, scan };

export type StepKind = keyof typeof stepKinds;
export type DefinitionOf<K extends StepKind> = (typeof stepKinds)[K]['definition'];
export type ResponseOf<K extends StepKind> = z.infer<(typeof stepKinds)[K]['response']>;

export const isStepKind = (kind: string): kind is StepKind => Object.hasOwn(stepKinds, kind);

export type ResponseReading =
  | { [K in StepKind]: { readonly kind: 'known'; readonly of: K; readonly response: ResponseOf<K> } }[StepKind]
  /** Given in a newer app: kept raw. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'malformed'; readonly reason: string };

/** Reads an answer from outside. Never throws. */
export function parseResponse(kind: string, raw: unknown): ResponseReading {
  if (!isStepKind(kind)) return { kind: 'newer' };
  const parsed = stepKinds[kind].response.safeParse(raw);
  if (!parsed.success) return { kind: 'malformed', reason: z.prettifyError(parsed.error) };
  // Kind and response were joined by the same table.
  return { kind: 'known', of: kind, response: parsed.data } as ResponseReading;
}

/** A module without its own types: for the two calls below, which hand it only what its own schemas have parsed. */
type AnyModule = StepKindModule<StepKind, z.core.$ZodType, z.core.$ZodType<unknown>>;
const moduleOf = (kind: StepKind): AnyModule => stepKinds[kind] as unknown as AnyModule;

/** What an answer means and what follows. One that this build cannot read is recorded without a verdict. */
export const evaluateStep = (step: Step, response: unknown, context: EvaluationContext): Evaluation => judgeStep(step, response, context) ?? RECORDED;

/** The same, and null where this build cannot read the answer: given in a newer app, or not by an app at all. */
export function judgeStep(step: Step, response: unknown, context: EvaluationContext): Evaluation | null {
  if (step.kind === 'newer') return null;
  const reading = parseResponse(step.kind, response);
  return reading.kind === 'known' ? moduleOf(step.kind).evaluate(step, reading.response, context) : null;
}

/** The answer in one line; null where this build cannot read it. */
export function summarizeStep(step: Step, response: unknown): Summary | null {
  if (step.kind === 'newer') return null;
  const reading = parseResponse(step.kind, response);
  return reading.kind === 'known' ? moduleOf(step.kind).summarize(step, reading.response) : null;
}
