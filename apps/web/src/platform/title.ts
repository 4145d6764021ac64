import { useEffect } from 'react';
import { noteScreen } from './settled.ts';

/** Names the screen in the window's title. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Heliograph`;
  }, [title]);
}

let hasArrived = false;

/**
 * Rendered beside a screen, once for each: its heading takes the focus, so that a screen reader says where one has come to.
 * Not on the first screen: there the browser's own start of the page is right.
 */
export function Arrival(): null {
  useEffect(() => {
    const end = hasArrived ? afterPaint(focusHeading) : undefined;
    hasArrived = true;
    noteScreen();
    return end;
  }, []);
  return null;
}

/** A focus asks for the layout of the whole screen: before it is painted that would be done twice. */
function afterPaint(work: () => void): () => void {
  const over = new AbortController();
  const unlessOver = () => void (over.signal.aborted || work());
  requestAnimationFrame(() => setTimeout(unlessOver));
  return () => over.abort();
}

function focusHeading(): void {
  // A screen that put the focus somewhere itself knows better.
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  const heading = document.querySelector('h1');
  if (heading === null) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
