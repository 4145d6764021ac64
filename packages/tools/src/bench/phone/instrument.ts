import type { Page } from '@playwright/test';

/** What the page noted about itself, ms since its navigation began. */
export interface Notes {
  /** When the page heard of a tap on something to tap, or of a file that was chosen. */
  readonly taps: readonly number[];
  /** When a writing transaction over the outbox, or over the bare store beside it, had reached the disk. */
  readonly durable: readonly number[];
  /** When another screen was painted. */
  readonly painted: readonly number[];
  /** When the first input that can be used was painted. */
  readonly usable: number | null;
}

declare global {
  interface Window {
    benchNotes: { taps: number[]; durable: number[]; painted: number[]; usable: number | null };
  }
}

/** Lets every page of the context keep notes. It looks at the browser's own interfaces only: nothing of the app knows about it. */
export const instrument = (page: Page) => page.context().addInitScript(takeNotes);

export const readNotes = (page: Page): Promise<Notes> => page.evaluate(() => window.benchNotes);

export const clearNotes = (page: Page) =>
  page.evaluate(() => {
    window.benchNotes = { ...window.benchNotes, taps: [], durable: [], painted: [] };
  });

/** Runs in the page, before any script of it. */
function takeNotes() {
  window.benchNotes = { taps: [], durable: [], painted: [], usable: null };
  // A frame is on its way to the screen once the one after it begins.
  const afterPaint = (note: () => void) => requestAnimationFrame(() => requestAnimationFrame(note));
  const note = () => window.benchNotes.taps.push(performance.now());
  // What the browser does before the page hears of a finger is not the page's: it waits for the next frame.
  addEventListener('click', ({ target }) => target instanceof Element && target.matches('input, button, button *') && note(), { capture: true });
  addEventListener('change', ({ target }) => target instanceof HTMLInputElement && target.type === 'file' && note(), { capture: true });
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    const opened = transaction.call(this, stores, mode, options);
    const isRecording = mode === 'readwrite' && /^(outbox|floor):/.test(this.name) && [...opened.objectStoreNames].includes('ops');
    if (isRecording) opened.addEventListener('complete', () => window.benchNotes.durable.push(performance.now()));
    return opened;
  };
  const { pushState } = history;
  history.pushState = function (...state) {
    pushState.apply(this, state);
    afterPaint(() => window.benchNotes.painted.push(performance.now()));
  };
  const looking = new MutationObserver(() => {
    if (document.querySelector('main input:not(:disabled), main textarea:not(:disabled)') === null) return;
    looking.disconnect();
    afterPaint(() => {
      window.benchNotes.usable = performance.now();
    });
  });
  looking.observe(document, { childList: true, subtree: true });
}
