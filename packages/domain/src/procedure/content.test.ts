import { describe, expect, expectTypeOf, test } from 'vitest';
import { stepOf, volts } from '../testing/steps.ts';
import type { Localized } from '../text.ts';
import type { Step } from './content.ts';

describe('a step', () => {
  test('is narrowed by its kind, with the fields of that kind and those all share', () => {
    const step: Step = stepOf('measurement', volts);
    expect(step.kind === 'measurement' ? step.unit : null).toBe('V');
    expectTypeOf<(Step & { kind: 'check' })['title']>().toEqualTypeOf<Localized>();
    expectTypeOf<(Step & { kind: 'photo' })['minCount']>().toEqualTypeOf<number>();
    expectTypeOf<Step['kind']>().toEqualTypeOf<
      'instruction' | 'check' | 'measurement' | 'choice' | 'text' | 'photo' | 'signature' | 'scan' | 'newer'
    >();
  });
});
