import { useEffect } from 'react';
import { useReadable } from './readable.ts';
import { place } from './router.ts';

/** Names the screen in the window's title. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Heliograph`;
  }, [title]);
}

/** After a navigation the new screen's heading takes the focus, so that a screen reader says where one has come to. */
export function useHeadingFocus(): void {
  const { path } = useReadable(place);
  useEffect(() => focusHeadingAfter(path), [path]);
}

let shown: string | null = null;

/** Not on the first screen: there the browser's own start of the page is right. */
function focusHeadingAfter(path: string): () => void {
  const isFirst = shown === null;
  shown = path;
  if (isFirst) return () => undefined;
  const frame = requestAnimationFrame(() => {
    // A screen that put the focus somewhere itself knows better.
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    const heading = document.querySelector('h1');
    if (!(heading instanceof HTMLElement)) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  });
  return () => cancelAnimationFrame(frame);
}
