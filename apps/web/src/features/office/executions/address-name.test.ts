import { expect, test } from 'vitest';
import { nameOfAddress } from './address-name.ts';

const opened = {
  procedure: { steps: [{ id: 's10', title: { fr: 'Tension à vide', en: 'Open-circuit voltage' } }] },
  places: [{ address: 's10/CH09', item: { key: 'CH09', label: 'Chaîne 9' } }],
};
const say = ({ fr }: { fr: string }) => fr;

test('an address is called by its step, and by the string where there is one', () => {
  expect(nameOfAddress(opened, 's10/CH09', say)).toBe('Chaîne 9 · Tension à vide');
  expect(nameOfAddress(opened, 's10', say)).toBe('Tension à vide');
  expect(nameOfAddress(opened, 's10/GONE', say)).toBe('Tension à vide');
  expect(nameOfAddress(opened, 's99', say)).toBeNull();
  expect(nameOfAddress({ ...opened, procedure: null }, 's10', say)).toBeNull();
});
