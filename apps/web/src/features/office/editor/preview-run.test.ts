import { organisationIdSchema, userIdSchema } from '@heliograph/domain';
import { applyAct, type DraftAct, emptyDraft } from '@heliograph/domain/procedure/draft';
import { describe, expect, test } from 'vitest';
import type { Identity } from '../../../platform/identity.ts';
import { previewContent } from './preview-content.ts';
import { previewExecution, startPreview } from './preview-run.ts';

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const identity: Identity = {
  user: { id: userIdSchema.parse(id(1)), name: 'Claire' },
  org: { id: organisationIdSchema.parse(id(2)), name: 'Essai' },
} as Identity;
const acts: DraftAct[] = [
  { act: 'add', kind: 'check', id: 'first', after: null },
  { act: 'set-step', id: 'first', fields: { holdPoint: true } },
  { act: 'add', kind: 'text', id: 'branch', after: 'first' },
  { act: 'set-step', id: 'branch', fields: { showIf: { step: 'first', op: 'eq', value: 'ok' } } },
  { act: 'add', kind: 'measurement', id: 'half', after: 'branch' },
];
const draft = acts.reduce(applyAct, emptyDraft('essai'));

describe('the preview', () => {
  test('carries out a draft in memory: an answer opens the branch, and starting again forgets it', async () => {
    const { field, state, restart } = startPreview(identity);
    const shown = () => previewExecution(previewContent(draft), state.get());
    const places = () => shown().assessment.places.map(({ step }) => step.id);
    expect(places()).toEqual(['first', 'half']);
    await field.record([{ draft: { k: 'step', x: shown().x, s: 'first', p: { kind: 'check', response: { value: 'ok' } } } }]);
    expect(places()).toEqual(['first', 'branch', 'half']);
    restart();
    expect(places()).toEqual(['first', 'half']);
  });

  test('holds a hold point as the phone does, and shows a step that is not finished by its name alone', () => {
    const { state } = startPreview(identity);
    const execution = previewExecution(previewContent(draft), state.get());
    const [first, half] = execution.assessment.places;
    expect(first && execution.gate(first)).toBeNull();
    expect(half && execution.gate(half)?.kind).toBe('hold_point');
    expect(half?.step.kind).toBe('newer');
  });
});
