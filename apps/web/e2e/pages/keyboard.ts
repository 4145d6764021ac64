import { expect } from '@heliograph/tools/browser';
import type { Locator, Page } from '@playwright/test';

/** A person without a mouse: every field is reached by Tab, and nothing is done that keys cannot do. */
export interface Keyboard {
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Tabs until it has the focus. */
  reach(what: Locator, way?: 'on' | 'back'): Promise<void>;
  write(field: Locator, text: string): Promise<void>;
  /** Goes down a list until it says this. */
  choose(list: Locator, option: string, way?: 'on' | 'back'): Promise<void>;
  /** Unfolds a part that is folded. */
  unfold(summary: Locator): Promise<void>;
}

/** More than any panel has between two of its fields. */
const MOST_TABS = 120;

export function keyboardOf(page: Page): Keyboard {
  const { keyboard } = page;
  const hasFocus = (what: Locator) => what.evaluateAll((found) => found.some((one) => one === document.activeElement));
  const reach: Keyboard['reach'] = async (what, way = 'on') => {
    for (let n = 0; n < MOST_TABS; n++) {
      if (await hasFocus(what)) return;
      await keyboard.press(way === 'on' ? 'Tab' : 'Shift+Tab');
    }
    await expect(what, 'reached by Tab').toBeFocused();
  };
  return {
    reach,
    press: (key) => keyboard.press(key),
    type: (text) => keyboard.type(text),
    write: async (field, text) => {
      await reach(field);
      await keyboard.type(text);
    },
    choose: async (list, option, way) => {
      await reach(list, way);
      // A list's words have the no-break spaces of French.
      const says = () =>
        list.evaluate((element) => (element instanceof HTMLSelectElement ? element.selectedOptions[0]?.label.replaceAll(/\s+/g, ' ') : ''));
      const many = await list.locator('option').count();
      if ((await says()) !== option) await keyboard.press('Home');
      for (let n = 0; n < many && (await says()) !== option; n++) await keyboard.press('ArrowDown');
      expect(await says()).toBe(option);
    },
    unfold: async (summary) => {
      await reach(summary);
      const isOpen = await summary.evaluate((element) => element.closest('details')?.open);
      if (!isOpen) await keyboard.press('Enter');
    },
  };
}
