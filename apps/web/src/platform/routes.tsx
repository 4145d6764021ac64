'use client';

import { type ComponentType, type ReactNode, Suspense, useEffect } from 'react';
import { part, usePart } from './part.ts';
import { match, type ParamsOf, usePlace } from './router.ts';
import { idle, settled } from './settled.ts';
import { Arrival } from './title.ts';

/** A screen that is loaded when it is first shown. It is given the parameters of its path as props. */
export interface Route {
  readonly path: string;
  readonly preload: () => Promise<unknown>;
  /** Whether a path is this screen's. */
  isAt(path: string): boolean;
  /** The screen for a path, or null where the path is another's. @param opening shown while the screen is fetched */
  show(path: string, opening?: ReactNode): ReactNode;
}

/** `route('/app/executions/:id', () => import('./execution/execution-page.tsx'))`: the page's default export takes `{ id: string }`. */
export function route<const P extends string>(path: P, load: () => Promise<{ default: ComponentType<ParamsOf<P>> }>): Route {
  const screen = part(load);
  function Page({ params, opening }: { params: ParamsOf<P>; opening: ReactNode }) {
    const Screen = usePart(screen);
    if (Screen === null) return opening;
    return (
      <>
        <Screen {...params} />
        <Arrival />
      </>
    );
  }
  return {
    path,
    preload: screen.preload,
    isAt: (given) => match(path, given) !== null,
    show: (given, opening = null) => {
      const params = match(path, given);
      // Another execution is another screen: nothing typed into the first may show in the second.
      return params === null ? null : <Page key={given} params={params} opening={opening} />;
    },
  };
}

/** Begins to load the screen of the address while the rest of the shell starts; returns what ends it. */
export const preloadHere = (routes: readonly Route[]) => (): (() => void) => {
  routes
    .find((one) => one.isAt(location.pathname))
    ?.preload()
    .catch(() => undefined);
  return () => undefined;
};

interface RoutesProps {
  readonly routes: readonly Route[];
  readonly notFound: ReactNode;
  /** While the screen is fetched. */
  readonly opening?: ReactNode;
}

/** The screen of the present path. All others are loaded one by one in idle moments, so that none is missing once the network is gone. */
export function Routes({ routes, notFound, opening = null }: RoutesProps) {
  const { path } = usePlace();
  useEffect(() => preloadIn(settled(), () => routes), [routes]);
  // Before them those that the screen leads to, where it stands at once: the next tap goes to one of them. Another path has other links.
  useEffect(() => preloadIn(idle(), () => routesFrom(document, routes)), [routes, path]);
  const shown = routes.reduce<ReactNode>((found, one) => found ?? one.show(path, opening), null);
  return (
    <Suspense fallback={opening}>
      {shown ?? (
        <>
          {notFound}
          <Arrival key={path} />
        </>
      )}
    </Suspense>
  );
}

const routesFrom = (page: ParentNode, routes: readonly Route[]): Iterable<Route> =>
  new Set([...page.querySelectorAll<HTMLAnchorElement>('main a[href]')].flatMap((link) => routes.find((one) => one.isAt(link.pathname)) ?? []));

/** Loads screens one by one in idle moments from then on; returns what ends it. */
function preloadIn(begin: Promise<void>, choose: () => Iterable<Route>): () => void {
  const over = new AbortController();
  void begin.then(() => preloadEach(choose, over.signal));
  return () => over.abort();
}

async function preloadEach(choose: () => Iterable<Route>, signal: AbortSignal): Promise<void> {
  for (const route of choose()) {
    if (signal.aborted) return;
    // One that cannot be had now is asked for again when it is shown.
    await route.preload().catch(() => undefined);
    await idle();
  }
}
