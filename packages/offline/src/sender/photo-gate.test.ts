import { describe, expect, test } from 'vitest';
import { cell } from '../view/readable.ts';
import { openPhotoGate, waitsForWifi } from './photo-gate.ts';

test.each([
  ['wished, on mobile data', { isWifiOnly: true, type: 'cellular', isAllowed: false }, true],
  ['wished, on Wi-Fi', { isWifiOnly: true, type: 'wifi', isAllowed: false }, false],
  ['wished, on a cable', { isWifiOnly: true, type: 'ethernet', isAllowed: false }, false],
  ['wished, where the browser says nothing', { isWifiOnly: true, type: undefined, isAllowed: false }, false],
  ['not wished, on mobile data', { isWifiOnly: false, type: 'cellular', isAllowed: false }, false],
  ['wish not read yet, on mobile data', { isWifiOnly: undefined, type: 'cellular', isAllowed: false }, true],
  ['wished, on mobile data, and the person lets them go', { isWifiOnly: true, type: 'cellular', isAllowed: true }, false],
])('photos wait for Wi-Fi: %s', (_, rule, waits) => expect(waitsForWifi(rule)).toBe(waits));

/** A link that changes as the person drives. */
function road(first: string) {
  const listeners = new Set<() => void>();
  let type = first;
  return {
    get type() {
      return type;
    },
    addEventListener: (_: 'change', listener: () => void) => void listeners.add(listener),
    removeEventListener: (_: 'change', listener: () => void) => void listeners.delete(listener),
    onto: (next: string) => {
      type = next;
      for (const listener of listeners) listener();
    },
    listeners,
  };
}

describe('the gate', () => {
  test('opens at the depot and shuts on the road', () => {
    const link = road('cellular');
    const gate = openPhotoGate(cell<boolean | undefined>(true), link);
    expect(gate.isHeld.get()).toBe(true);
    link.onto('wifi');
    expect(gate.isHeld.get()).toBe(false);
    link.onto('cellular');
    expect(gate.isHeld.get()).toBe(true);
    gate.close();
    expect(link.listeners.size).toBe(0);
  });

  test('lets go what waits when a person says so, and shuts again for the next photo', () => {
    const gate = openPhotoGate(cell<boolean | undefined>(true), road('cellular'));
    gate.allow();
    expect(gate.isHeld.get()).toBe(false);
    gate.settle();
    expect(gate.isHeld.get()).toBe(true);
  });

  test('follows the organisation, as soon as it was read', () => {
    const wish = cell<boolean | undefined>(undefined);
    const gate = openPhotoGate(wish, road('cellular'));
    expect(gate.isHeld.get()).toBe(true);
    wish.set(false);
    expect(gate.isHeld.get()).toBe(false);
  });
});
