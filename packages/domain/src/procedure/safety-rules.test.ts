import { describe, expect, test } from 'vitest';
import starter from '../../library/starter.json' with { type: 'json' };
import { importLibrary } from '../import/index.ts';
import { evaluateStep } from '../step-kinds/index.ts';
import { contextWith, d } from '../testing/context.ts';
import { isCurrentMeasured, isLockedOut, tellsToOpen } from './check/safety.ts';
import type { KnownStep, PublishedContent } from './content.ts';

/** The handbook's safety rules (7.2) that can be read off a procedure, over the whole starter library. */
const result = importLibrary(starter);
const procedures = result.kind === 'imported' ? result.library.procedures.map(({ content }) => content) : [];

/** Steps that tell somebody to open a DC circuit before the current was measured, or before the lock-out. */
const breaches = ({ steps }: PublishedContent) =>
  steps
    .filter((step, at) => tellsToOpen(step) && !(steps.slice(0, at).some(isCurrentMeasured) && steps.slice(0, at).some(isLockedOut)))
    .map(({ id }) => id);

describe('rule 1: nobody is told to open a DC circuit before the lock-out and a measured current', () => {
  test.each(procedures.map((content) => [content.slug, content] as const))('%s', (_, content) => expect(breaches(content)).toEqual([]));

  test('the rule sees the instructions it is about, and fails when the measurement is taken away', () => {
    const about = procedures.filter(({ steps }) => steps.some(tellsToOpen));
    expect(about.map(({ slug }) => slug)).toEqual([
      ...['string-voc-isc-test', 'insulation-resistance-test', 'combiner-box-inspection', 'mc4-connector-replacement'],
      ...['module-replacement', 'loto-string-inverter', 'insulation-fault-troubleshooting'],
    ]);
    for (const content of about) {
      expect(breaches({ ...content, steps: content.steps.filter((step) => !isCurrentMeasured(step)) })).not.toEqual([]);
      expect(breaches({ ...content, steps: content.steps.filter((step) => !isLockedOut(step)) })).not.toEqual([]);
    }
  });
});

describe('rule 2: lock-out, absence of voltage, polarity and permits are hold points', () => {
  const SAFETY = /lock-?out|locked out|locking|absence of voltage|polarity|permit|authoris/i;
  const named = procedures.flatMap(({ slug, steps }) =>
    steps.filter((step) => SAFETY.test(step.title.en) && step.kind !== 'text').map((step) => [slug, step] as const),
  );

  test('every one of them, but for the signature that closes the lock-out', () => {
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(([, step]) => !step.holdPoint).map(([slug, { id, kind }]) => `${slug} ${id} ${kind}`)).toEqual([
      'loto-string-inverter s20 signature',
    ]);
  });
});

describe('rule 3: a failed hold point halts the run', () => {
  const holds = procedures.flatMap(({ slug, steps }) => steps.filter(({ holdPoint }) => holdPoint).map((step) => [slug, step] as const));
  const failing = (step: KnownStep): unknown => {
    if (step.kind === 'check') return { value: 'fail' };
    if (step.kind === 'measurement') return { value: d('9999'), unit: step.unit };
    return step.kind === 'choice' ? { value: step.options.find(({ outcome }) => outcome === 'fail')?.value } : null;
  };
  const judged = holds.flatMap(([slug, step]) => {
    const response = failing(step);
    return response === null ? [] : [{ place: `${slug} ${step.id}`, evaluation: evaluateStep(step, response, contextWith()) }];
  });

  test('but for those whose procedure says that the next steps deal with it', () => {
    expect(judged.length).toBeGreaterThan(60);
    expect(judged.every(({ evaluation }) => evaluation.outcome === 'fail')).toBe(true);
    expect(judged.filter(({ evaluation }) => !evaluation.stopsWork).map(({ place }) => place)).toEqual([
      'string-inverter-preventive s16',
      'central-inverter-preventive s19',
      'mc4-connector-replacement s07',
      'mc4-connector-replacement s17',
      'tracker-inspection s12',
      'loto-string-inverter s19',
    ]);
  });
});

describe('rule 5: two people', () => {
  test('wherever a lock-out is asked for, one person alone is not enough', () => {
    const locked = procedures.filter(({ requiresLockout, category }) => requiresLockout || category === 'safety');
    expect(locked.length).toBeGreaterThan(8);
    expect(locked.filter(({ teamMin }) => teamMin < 2)).toEqual([]);
  });
});

describe('rule 11: limits are defaults until somebody confirms them', () => {
  const measured = procedures.flatMap(({ steps }) => steps.filter((step) => step.kind === 'measurement'));

  test('no limit of the library comes confirmed, and each says what kind it is', () => {
    const limits = measured.flatMap((step) => evaluateStep(step, { value: d('1'), unit: step.unit }, contextWith()).limit ?? []);
    expect(limits.length).toBeGreaterThan(40);
    for (const limit of limits)
      expect(limit).toMatchObject({ confirmed: false, kind: expect.stringMatching(/^(standard|manufacturer|site|practice)$/) });
  });
});
