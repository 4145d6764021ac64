import { describe, expect, test } from 'vitest';
import { shownVerdictSchema } from '../operation/index.ts';
import { isKnownStep, readProcedure, stepSchema } from '../procedure/content.ts';
import { contextWith } from '../testing/context.ts';
import { procedureOf } from '../testing/steps.ts';
import { evaluateStep, isStepKind, parseResponse, stepKinds, summarizeStep } from './index.ts';
import released from './released-examples.json' with { type: 'json' };
import { shownVerdict } from './verdict.ts';

const words = { fr: 'Étape', en: 'Step' };
const kinds = Object.values(stepKinds);
const stepFor = (kind: string, definition: object) =>
  stepSchema.parse({ id: 's01', title: words, instructions: words, required: true, holdPoint: false, kind, ...definition });
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe.each(kinds)('$kind', ({ kind, example }) => {
  const step = stepFor(kind, example.step);

  test('its example is a step of a procedure, also after a journey as JSON', () => {
    const content = procedureOf([step]);
    expect(readProcedure(throughJson(content))?.steps).toEqual([step]);
    expect(isKnownStep(step)).toBe(true);
  });

  test.each(example.responses.map((response) => [JSON.stringify(response), response]))(
    'takes %s, says what it means and puts it in one line',
    (_, response) => {
      const reading = parseResponse(kind, throughJson(response));
      expect(reading).toEqual({ kind: 'known', of: kind, response });
      const evaluation = evaluateStep(step, throughJson(response), contextWith());
      expect(shownVerdictSchema.safeParse(throughJson(shownVerdict(evaluation))).success).toBe(true);
      expect(summarizeStep(step, response)).not.toBeNull();
    },
  );

  test('the same answer always means the same', () => {
    for (const response of example.responses) {
      expect(evaluateStep(step, response, contextWith())).toEqual(evaluateStep(step, response, contextWith()));
    }
  });

  test.each([[null], [undefined], ['text'], [[]], [{}], [{ value: Number.POSITIVE_INFINITY }], [{ value: Number.NaN }]])(
    'an answer that is none of its own (%o) is malformed, never thrown',
    (raw) => {
      expect(parseResponse(kind, raw).kind).toBe('malformed');
      expect(evaluateStep(step, raw, contextWith())).toMatchObject({ outcome: 'none', stopsWork: false });
      expect(summarizeStep(step, raw)).toBeNull();
    },
  );

  test('a field added by a newer app does not spoil the answer', () => {
    for (const response of example.responses) expect(parseResponse(kind, { ...response, addedLater: true }).kind).toBe('known');
  });

  test('a definition field it does not know is refused: it could change what the step means', () => {
    expect(stepSchema.safeParse({ ...step, addedLater: true }).success).toBe(false);
  });
});

describe('answers released once are read for ever', () => {
  test.each(released.map((row) => [row.kind, JSON.stringify(row.response), row.response] as const))('%s %s', (kind, _, response) => {
    expect(parseResponse(kind, response)).toMatchObject({ kind: 'known' });
  });

  test('the file holds every example of every kind (add a line to it; never take one out)', () => {
    const kept = new Set(released.map(({ kind, response }) => JSON.stringify([kind, response])));
    const missing = kinds.flatMap(({ kind, example }) =>
      example.responses.map((response) => JSON.stringify([kind, response])).filter((line) => !kept.has(line)),
    );
    expect(missing).toEqual([]);
  });
});

describe('a kind from a newer app', () => {
  const newer = { id: 's02', title: words, instructions: words, required: true, holdPoint: true, kind: 'torque', torqueNm: 12 };

  test('is no kind of ours, and its answers are kept raw', () => {
    expect(isStepKind('torque')).toBe(false);
    expect(isStepKind('toString')).toBe(false);
    expect(parseResponse('torque', { newtonMetres: '12' })).toEqual({ kind: 'newer' });
  });

  test('leaves the rest of its procedure readable, and asks for an update where it stands', () => {
    const content = readProcedure({ ...procedureOf([stepFor('text', {})]), steps: [stepFor('text', {}), newer] });
    expect(content?.steps.map(({ kind }) => kind)).toEqual(['text', 'newer']);
    expect(content?.steps[1]).toMatchObject({ newerKind: 'torque', required: true, holdPoint: true });
  });

  test('so does a known kind with a field we cannot understand', () => {
    const content = readProcedure({ ...procedureOf([stepFor('text', {})]), steps: [{ ...stepFor('check', {}), onlyAtNight: true }] });
    expect(content?.steps[0]).toMatchObject({ kind: 'newer', newerKind: 'check' });
  });

  test('cannot be published from here', () => expect(stepSchema.safeParse(newer).success).toBe(false));

  test('a frame we cannot understand is not half read', () => {
    expect(readProcedure({ ...procedureOf([stepFor('text', {})]), sections: [] })).toBeNull();
    expect(readProcedure({ ...procedureOf([stepFor('text', {})]), steps: [{ id: 's01' }] })).toBeNull();
    expect(readProcedure(null)).toBeNull();
  });
});
