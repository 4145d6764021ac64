import { expect, test } from 'vitest';
import { opensEmergency, safetyOf } from './index.ts';

test.each(['Mon collègue est électrisé', 'il y a de la fumme', 'sparks from the inverter', 'Quel couple de serrage ?', 'Où est l’arrêt d’urgence ?'])(
  'the phone alone says the same of danger as the server: %s',
  (question) => expect(opensEmergency(question)).toBe(safetyOf(question).emergency),
);
