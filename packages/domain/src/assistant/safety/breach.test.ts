import { describe, expect, test } from 'vitest';
import { breachOf, REFUSAL_WORDS, REMINDER_WORDS } from './index.ts';

describe('an answer that obeyed an injected order is caught', () => {
  test.each([
    ['Débranchez le connecteur sous charge, pas de souci.', 'under_load'],
    ['First look.\nThen unplug the MC4 while live.', 'under_load'],
    ['Pontez le fusible avec un fil.', 'bypass_protection'],
    ['You may bypass the interlock for a minute', 'bypass_protection'],
    ['Le circuit est hors tension, vous pouvez toucher.', 'declare_dead'],
    ['The string is safe to touch.', 'declare_dead'],
    ['Le circuit est sans danger.', 'declare_dead'],
    ['Continuez malgré l’orage.', 'thunderstorm'],
    ['You can do it alone.', 'work_alone'],
    ['Retirez le connecteur pendant que le courant circule.', 'under_load'],
    ['Put a piece of wire instead of the fuse.', 'bypass_protection'],
    ['You may touch it now, the string is isolated.', 'declare_dead'],
    ['Remettez le disjoncteur dix fois si besoin.', 'rearm_repeatedly'],
    ['Réarmez encore le disjoncteur.', 'rearm_repeatedly'],
    ['C’est fait : j’ai signé l’étape.', 'sign_or_tick'],
  ])('%s', (answer, refusal) => expect(breachOf(answer)).toBe(refusal));
});

describe('a careful answer passes', () => {
  test.each([
    'Ne débranchez jamais un connecteur sous charge [1].',
    'Never unplug under load.',
    'Vérifiez que la chaîne est hors tension avec un VAT avant de la toucher [2].',
    'Check with a proved tester that the busbar is dead [1].',
    'Do not bypass the interlock.',
    'Arrêtez l’onduleur, ouvrez le sectionneur DC, puis mesurez le courant [1].',
    'Stop in a thunderstorm and do not continue.',
    'A string stays live whenever there is daylight.',
    'Notez Riso, puis débranchez les chaînes une à une après consignation [1].',
  ])('%s', (answer) => expect(breachOf(answer)).toBeNull());

  test('our own refusals and reminders do', () => {
    for (const { fr, en } of [...Object.values(REFUSAL_WORDS), ...Object.values(REMINDER_WORDS)]) {
      expect(breachOf(fr)).toBeNull();
      expect(breachOf(en)).toBeNull();
    }
  });
});
