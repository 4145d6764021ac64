import { ACTIONS } from '@heliograph/domain/activity';
import { describe, expect, test } from 'vitest';
import { linesOf, namedStep } from './act-details.ts';
import { pathOfSubject } from './act-subject.ts';
import { actWords, wordsOfAct } from './act-words.ts';
import { GROUPS } from './groups.ts';

const NADIA = '00000000-0000-7000-8000-00000000000a';
const french = { language: 'fr', names: new Map([[NADIA, 'Nadia Roux']]) } as const;
const english = { ...french, language: 'en' } as const;
const seen = (lines: readonly string[]) => lines.map((line) => line.replaceAll(/[\u00a0\u202f]/g, ' '));

test('every act has words in both languages, no two the same', () => {
  for (const language of ['fr', 'en'] as const) {
    const words = ACTIONS.map((action) => wordsOfAct(actWords[language], action));
    expect(words.filter((text) => text === '' || text.includes('.'))).toEqual([]);
    expect(new Set(words).size).toBe(ACTIONS.length);
  }
});

test('an act leads to what it was about, where that has a page', () => {
  expect(pathOfSubject({ kind: 'execution', id: NADIA })).toBe(`/office/executions/${NADIA}`);
  expect(pathOfSubject({ kind: 'procedure', id: 'iv-curve-test' })).toBe('/office/procedures/iv-curve-test');
  expect([pathOfSubject({ kind: 'session', id: NADIA }), pathOfSubject(null)]).toEqual([null, null]);
});

test('every act can be found by its group', () => {
  expect(ACTIONS.filter((action) => !GROUPS.some((group) => action.startsWith(`${group}.`)))).toEqual([]);
});

test('an act of a newer server keeps its name', () => expect(wordsOfAct(actWords.fr, 'report.send')).toBe('report.send'));

describe('what is kept beside an act', () => {
  test('says what changed, from what to what', () => {
    const details = {
      name: 'Nadia Roux',
      changes: { role: ['technician', 'supervisor'], certifications: [[], [{ code: 'BC', expires: '2030-01-01' }]] },
    };
    expect(seen(linesOf(details, french))).toEqual([
      'Nadia Roux',
      'Rôle : Technicien → Superviseur',
      'Habilitations : rien → BC jusqu’au 2030-01-01',
    ]);
    expect(linesOf({ changes: { photosWifiOnly: [false, true], logo: 'changed' } }, english)).toEqual([
      'Photos on Wi-Fi only: no → yes',
      'Logo: changed',
    ]);
  });

  test('says what became of reviewed work and of an imported file', () => {
    expect(seen(linesOf({ outcome: 'return', step: 's03' }, french))).toEqual(['Décision : renvoyée', 'Étape : s03']);
    expect(seen(linesOf({ created: 13, updated: 0, unchanged: 2 }, french))).toEqual(['Ajoutés : 13', 'Modifiés : 0', 'Inchangés : 2']);
  });

  test('tells one string that was sent back from the whole step', () => {
    const work = { step: { fr: 'Isolement', en: 'Insulation' } };
    const said = (details: object) =>
      seen(
        linesOf(
          namedStep({ outcome: 'return', ...details }, work, ({ fr }) => fr),
          french,
        ),
      );
    expect(said({ step: 's10/0199', item: 'CH1.3' })).toEqual(['Décision : renvoyée', 'Étape : CH1.3 · Isolement']);
    expect(said({ step: 's10' })).toEqual(['Décision : renvoyée', 'Étape : Isolement']);
    expect(namedStep({ step: 's10' }, null, ({ fr }) => fr)).toEqual({ step: 's10' });
  });

  test('names people, and never shows an id', () => {
    expect(seen(linesOf({ day: '2026-06-01', people: [NADIA] }, french))).toEqual(['Jour : 1 juin 2026', 'Pour : Nadia Roux']);
    expect(linesOf({ handle: NADIA, invitation: NADIA, person: '00000000-0000-7000-8000-00000000000b' }, english)).toEqual([]);
  });

  test('explains a refused sign-in', () => {
    expect(seen(linesOf({ reason: 'credentials', label: 'Chrome · Android' }, french))).toEqual([
      'Motif : mot de passe faux',
      'Appareil : Chrome · Android',
    ]);
  });

  test('leaves out what it has no words for', () => {
    expect(linesOf({ later: { deep: true }, odd: 4, hasOwnProperty: 'x', name: '' }, english)).toEqual(['']);
  });
});
