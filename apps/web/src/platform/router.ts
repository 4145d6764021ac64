import { cell, type Readable, useReadable } from './readable.ts';

/** Where the person is. */
export interface Place {
  readonly path: string;
  readonly search: string;
  readonly hash: string;
}

type Segment<P extends string> = P extends `:${infer Name}` ? Name : never;
type Segments<P extends string> = P extends `${infer Head}/${infer Tail}` ? Segment<Head> | Segments<Tail> : Segment<P>;
/** `ParamsOf<'/app/executions/:id'>` is `{ id: string }`. */
export type ParamsOf<P extends string> = { readonly [Name in Segments<P>]: string };

const read = (): Place => ({ path: location.pathname, search: location.search, hash: location.hash });
const here = cell<Place>({ path: '', search: '', hash: '' });
export const place: Readable<Place> = here;
export const usePlace = (): Place => useReadable(here);

/** One entry of the history. `depth`: how many of ours lie before it. */
interface Entry {
  readonly key: string;
  readonly depth: number;
}

/** How far down each entry was scrolled when it was left. */
const scrolled = new Map<string, number>();
let entry: Entry = { key: '', depth: 0 };

/** The parameters in a path, decoded; null where the path is not of this pattern. An address such as `s07/item` travels encoded, as one segment. */
export function match<P extends string>(pattern: P, path: string): ParamsOf<P> | null {
  const wanted = pattern.split('/');
  const given = (path.length > 1 ? path.replace(/\/$/, '') : path).split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [at, segment] of wanted.entries()) {
    const value = given[at] ?? '';
    if (segment.startsWith(':')) {
      const text = decode(value);
      if (text === null || text === '') return null;
      params[segment.slice(1)] = text;
    } else if (segment !== value) return null;
  }
  // The names were taken from the pattern itself.
  return params as ParamsOf<P>;
}

/** A path made from its pattern, every parameter encoded. */
export const pathTo = <P extends string>(pattern: P, params: ParamsOf<P>): string =>
  pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent((params as Record<string, string>)[name] ?? ''));

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

/** Goes to another screen of the same shell. `isReplaced`: the present one is not come back to (after a sign-in, a start, a deletion). */
export function navigate(to: string, { isReplaced = false }: { isReplaced?: boolean } = {}): void {
  scrolled.set(entry.key, scrollY);
  const isHere = to === location.pathname + location.search + location.hash;
  if (isReplaced || isHere) history.replaceState(entry, '', to);
  else {
    entry = { key: String(performance.now()), depth: entry.depth + 1 };
    history.pushState(entry, '', to);
  }
  arrive(0);
}

/** Back to the screen before, if there was one of ours. @param otherwise where to, when the app was opened right here */
export const goBack = (otherwise: string): void => (entry.depth > 0 ? history.back() : navigate(otherwise, { isReplaced: true }));

function arrive(y: number): void {
  here.set(read());
  // After the new screen was painted, or the old one would be scrolled.
  requestAnimationFrame(() => scrollTo(0, y));
}

/**
 * Starts the router of a shell: back and forward, and plain clicks on links that stay inside `base`. Every `<a href>` is a link; there is no component for it.
 * @param base `/app` or `/office`
 * @returns what ends it
 */
export function startRouter(base: string): () => void {
  history.scrollRestoration = 'manual';
  const onPop = ({ state }: PopStateEvent) => {
    scrolled.set(entry.key, scrollY);
    entry = entryOf(state);
    arrive(scrolled.get(entry.key) ?? 0);
  };
  const onClick = (event: MouseEvent) => {
    const to = targetOf(event, base);
    if (to === null) return;
    event.preventDefault();
    navigate(to);
  };
  entry = entryOf(history.state);
  // The history is ours from here on: Next's router, which runs in development, leaves an entry without its own marks alone.
  history.replaceState(entry, '');
  here.set(read());
  addEventListener('popstate', onPop);
  document.addEventListener('click', onClick);
  return () => {
    removeEventListener('popstate', onPop);
    document.removeEventListener('click', onClick);
  };
}

function entryOf(state: unknown): Entry {
  if (typeof state !== 'object' || state === null || !('key' in state) || !('depth' in state)) return { key: '', depth: 0 };
  return { key: String(state.key), depth: Number(state.depth) || 0 };
}

/** Where a click leads inside this shell; null where the browser should do what it does. */
function targetOf(event: MouseEvent, base: string): string | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.target === '_blank' || link.hasAttribute('download')) return null;
  const url = new URL(link.href);
  const isInside = url.origin === location.origin && (url.pathname === base || url.pathname.startsWith(`${base}/`));
  const isAnchor = url.hash !== '' && url.pathname === location.pathname && url.search === location.search;
  return isInside && !isAnchor ? url.pathname + url.search + url.hash : null;
}
