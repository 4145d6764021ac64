import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  askedAnalysisSchema,
  bandOf,
  boxSchema,
  confidenceOf,
  decisionObstacle,
  decisionSchema,
  isVisibleDefect,
  type ProposedDefect,
  pairsOf,
  proposedSeverity,
  shownDefects,
  tallyOf,
} from './index.ts';

const UUID = '00000000-0000-7000-8000-000000000001';
const share = fc.double({ min: 0, max: 1, noNaN: true });
const defect = (name: string, confidence: number): ProposedDefect => ({ class: name, severity: 3, confidence, box: null, text: '' });

describe('how sure', () => {
  test('a confidence on the threshold is shown, and halfway to certainty it is sure', () => {
    expect([0.59, 0.6, 0.79, 0.8, 1].map((confidence) => bandOf(confidence, 0.6))).toEqual(['unsure', 'likely', 'likely', 'sure', 'sure']);
  });

  test('more confidence never lowers the band, a higher threshold never raises it', () => {
    const rank = { unsure: 0, likely: 1, sure: 2 };
    fc.assert(
      fc.property(share, share, share, (a, b, threshold) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(rank[bandOf(low, threshold)]).toBeLessThanOrEqual(rank[bandOf(high, threshold)]);
        expect(rank[bandOf(threshold, high)]).toBeLessThanOrEqual(rank[bandOf(threshold, low)]);
      }),
    );
  });

  test('a proposal whose every defect is held back is unsure as a whole: silence would read as "all is well"', () => {
    fc.assert(
      fc.property(share, fc.array(share, { minLength: 1, maxLength: 5 }), share, (confidence, each, threshold) => {
        const defects = each.map((one) => defect('soiling', one));
        const isUnsure = bandOf(confidenceOf({ confidence, defects }), threshold) === 'unsure';
        if (shownDefects(defects, threshold).length === 0) expect(isUnsure).toBe(true);
      }),
    );
  });

  test('a defect that is shown keeps its number in the proposal', () => {
    expect(shownDefects([defect('a', 0.2), defect('b', 0.9)], 0.6)).toMatchObject([{ class: 'b', at: 1, band: 'sure' }]);
  });
});

describe('what may be proposed', () => {
  test('what only an instrument shows is never read from a photo', () => {
    expect(isVisibleDefect({ detection: ['measure'] })).toBe(false);
    expect(isVisibleDefect({ detection: ['measure', 'ir'] })).toBe(true);
  });

  test('a model may raise a severity, never lower it below the handbook', () => {
    expect(proposedSeverity(2, { defaultSeverity: 5 })).toBe(5);
    expect(proposedSeverity(5, { defaultSeverity: 3 })).toBe(5);
  });

  test('a box lies inside the picture and has a size', () => {
    expect(boxSchema.safeParse({ x: 0.7, y: 0, width: 0.3, height: 1 }).success).toBe(true);
    expect(boxSchema.safeParse({ x: 0.7, y: 0, width: 0.4, height: 1 }).success).toBe(false);
    expect(boxSchema.safeParse({ x: 0.7, y: 0, width: 0, height: 1 }).success).toBe(false);
  });
});

describe('who decides what', () => {
  test('an unsure proposal cannot be accepted, only corrected or rejected', () => {
    expect(decisionObstacle('accept', { state: 'proposed', band: 'unsure' })).toBe('unsure');
    expect(decisionObstacle('correct', { state: 'proposed', band: 'unsure' })).toBeNull();
    expect(decisionObstacle('accept', { state: 'proposed', band: 'likely' })).toBeNull();
  });

  test('what is decided stays so, and before a proposal there is nothing to decide', () => {
    expect(decisionObstacle('reject', { state: 'decided', band: 'sure' })).toBe('decided');
    expect(decisionObstacle('correct', { state: 'failed', band: null })).toBe('not_proposed');
  });

  test('a rejection says why', () => {
    const id = UUID;
    expect(decisionSchema.safeParse({ id, revision: 1, outcome: 'reject', comment: ' ' }).success).toBe(false);
    expect(decisionSchema.safeParse({ id, revision: 1, outcome: 'accept' }).success).toBe(true);
  });

  test('an analysis names one photo of the size a phone sends', () => {
    const asked = { id: UUID, photo: { sha: 'a'.repeat(64), size: 1 }, language: 'fr' };
    expect(askedAnalysisSchema.safeParse(asked).success).toBe(true);
    expect(askedAnalysisSchema.safeParse({ ...asked, photo: { sha: '../x', size: 1 } }).success).toBe(false);
  });
});

describe('agreement', () => {
  const proposed = [
    { at: 0, class: 'soiling' },
    { at: 2, class: 'hotspot' },
  ];
  test('a corrected class, one taken out and one added each count once', () => {
    const defects = [
      { of: 0, class: 'bird_droppings' },
      { of: null, class: 'cable_damage' },
    ];
    const pairs = pairsOf({ outcome: 'correct', proposed, defects });
    expect(pairs).toEqual([
      { proposed: 'soiling', decided: 'bird_droppings' },
      { proposed: 'hotspot', decided: null },
      { proposed: null, decided: 'cable_damage' },
    ]);
    const counted = pairs.map((pair) => ({ ...pair, count: 1 }));
    expect(tallyOf(counted)).toEqual({ proposed: 2, confirmed: 0, missed: 2, precision: 0 });
    expect(tallyOf(counted, 'cable_damage')).toEqual({ proposed: 0, confirmed: 0, missed: 1, precision: null });
  });

  test('accepted is agreement on each defect, rejected on none', () => {
    const tally = (outcome: 'accept' | 'reject') => tallyOf(pairsOf({ outcome, proposed, defects: [] }).map((pair) => ({ ...pair, count: 1 })));
    expect(tally('accept').precision).toBe(1);
    expect(tally('reject').precision).toBe(0);
  });
});
