import { type Envelope, envelopeSchema, type OperationId } from '@heliograph/domain';
import { tipRefSchema } from '@heliograph/sync';
import { expect, test } from 'vitest';
import { owner } from '../contract/samples.ts';
import type { Ref } from './local-view.ts';
import { cell } from './readable.ts';
import { holdTips } from './tips.ts';

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const operation = (n: number, k: string, p: object): Envelope =>
  envelopeSchema.parse({ i: n, id: uuid(n), k, v: 1, x: uuid(500), p, w: n, z: 0, o: 0, n: 1 });
const written = (n: number, title: string) =>
  operation(n, 'tip', { submit: true, language: 'fr', title, content: 'Retenir le capot.', category: 'safety', tags: [], links: {}, photos: [] });
const row = (over: object = {}): Ref<'tip'> =>
  tipRefSchema.parse({
    ...{ id: uuid(500), title: { fr: 'Du bureau', en: 'Office' }, content: { fr: '…', en: '…' }, category: 'safety', tags: [] },
    ...over,
  });

/** The person's operations, as the outbox holds them. */
function phone(rows: readonly Ref<'tip'>[] = []) {
  const told = cell<readonly Ref<'tip'>[] | undefined>(rows);
  let operations: readonly Envelope[] = [];
  let unsent: ReadonlySet<OperationId> = new Set();
  const own = {
    ...{
      ready: Promise.resolve(),
      of: () => [],
      live: () => new Set<never>(),
      keep: () => [],
      reread: async () => [],
      waiting: () => new Map<never, never>(),
    },
    ...{ tips: () => operations, unsent: () => unsent },
  };
  const held = holdTips({ rows: told, own, user: owner().user });
  held.refresh();
  return {
    tips: () => held.readable.get(),
    tell: told.set,
    have: (ops: readonly Envelope[], waiting: readonly Envelope[] = ops) => {
      operations = ops;
      unsent = new Set(waiting.map(({ id }) => id));
      held.refresh();
    },
  };
}

test('a tip is there from the moment it is written, without any network, in the language it was written in', () => {
  const { tips, have } = phone();
  expect(tips()).toEqual([]);
  have([written(1, 'Capot')]);
  expect(tips()).toMatchObject([{ title: { fr: 'Capot', en: 'Capot' }, language: 'fr', state: 'submitted', isUnsent: true, author: owner().user }]);
});

test('between the receipt and the office’s own row it never leaves the screen', () => {
  const { tips, have, tell } = phone();
  have([written(1, 'Capot')], []);
  expect(tips()).toMatchObject([{ title: { fr: 'Capot' }, isUnsent: false }]);
  tell([row({ state: 'submitted', title: { fr: 'Capot', en: 'Capot' } })]);
  expect(tips()).toMatchObject([{ title: { fr: 'Capot' }, state: 'submitted' }]);
});

test('what is not sent goes over what the office says, the last word of several, without the reason of before', () => {
  const { tips, have } = phone([row({ state: 'rejected', reason: 'Dire quel modèle', useful: 3 })]);
  expect(tips()).toMatchObject([{ reason: 'Dire quel modèle' }]);
  have([written(1, 'Une'), written(2, 'Deux')]);
  expect(tips()).toMatchObject([{ title: { fr: 'Deux' }, state: 'submitted', useful: 3 }]);
  expect(tips()?.[0]).not.toHaveProperty('reason');
});

test('once it was sent the office has the last word, also where a supervisor changed it', () => {
  const { tips, have } = phone([row({ state: 'approved' })]);
  have([written(1, 'Capot')], []);
  expect(tips()).toMatchObject([{ title: { fr: 'Du bureau' }, state: 'approved' }]);
});

test('an opinion counts at once, and once', () => {
  const { tips, have } = phone([row({ useful: 2, rated: false })]);
  const rate = (n: number, useful: boolean) => operation(n, 'tip.rate', { tip: uuid(500), useful });
  have([rate(1, true), rate(2, true)]);
  expect(tips()).toMatchObject([{ useful: 3, rated: true }]);
  have([rate(1, true), rate(2, true), rate(3, false)]);
  expect(tips()).toMatchObject([{ useful: 2, rated: false }]);
});

test('the same list is the same object until something changed: a step that shows it is not drawn again for every tap', () => {
  const { tips, have } = phone([row()]);
  const before = tips();
  have([]);
  expect(tips()).toBe(before);
});
