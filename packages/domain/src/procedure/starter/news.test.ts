import { expect, test } from 'vitest';
import { procedureHashSchema } from '../../ids.ts';
import { starterNews } from './news.ts';

const hash = (letter: string) => procedureHashSchema.parse(letter.repeat(64));
const [OLD, NEW, OWN] = [hash('a'), hash('b'), hash('c')];
const fromLibrary = { hash: OLD, isFromLibrary: true };
const own = { hash: OWN, isFromLibrary: false };
const news = (
  versions: readonly { hash: typeof OLD; isFromLibrary: boolean }[],
  decided: readonly { hash: typeof OLD; outcome: 'taken' | 'declined' }[] = [],
) => starterNews({ offered: NEW, versions, decided });

test('what an organisation never had is new; what only the library changed is changed; what both changed says so', () => {
  expect(news([])).toEqual({ kind: 'new' });
  expect(news([fromLibrary])).toEqual({ kind: 'changed', base: OLD, current: OLD });
  expect(news([own, fromLibrary])).toEqual({ kind: 'both', base: OLD, current: OWN });
});

test('nothing is offered that is here already, was decided on, or is the organisation’s own work', () => {
  expect(news([{ hash: NEW, isFromLibrary: true }, fromLibrary])).toBeNull();
  expect(news([own, { hash: NEW, isFromLibrary: true }])).toBeNull();
  expect(news([fromLibrary], [{ hash: NEW, outcome: 'declined' }])).toBeNull();
  expect(news([own])).toBeNull();
});

test('after an offer was taken over, the next one is compared with that offer', () => {
  const taken = { hash: hash('d'), outcome: 'taken' } as const;
  expect(news([own, fromLibrary], [taken])).toEqual({ kind: 'both', base: taken.hash, current: OWN });
});
