'use client';

import { type ComponentType, lazy, type ReactNode, Suspense, useEffect } from 'react';
import { match, type ParamsOf, usePlace } from './router.ts';
import { idle, settled } from './settled.ts';
import { Arrival } from './title.ts';

/** A screen that is loaded when it is first shown. It is given the parameters of its path as props. */
export interface Route {
  readonly path: string;
  readonly preload: () => Promise<unknown>;
  /** The screen for a path, or null where the path is another's. */
  show(path: string): ReactNode;
}

/** `route('/app/executions/:id', () => import('./execution/execution-page.tsx'))`: the page's default export takes `{ id: string }`. */
export function route<const P extends string>(path: P, load: () => Promise<{ default: ComponentType<ParamsOf<P>> }>): Route {
  // React's own type of `lazy` loses what the props are.
  const Page = lazy(load) as unknown as ComponentType<ParamsOf<P>>;
  return {
    path,
    preload: load,
    show: (given) => {
      const params = match(path, given);
      // Another execution is another screen: nothing typed into the first may show in the second.
      return params === null ? null : <Page key={given} {...params} />;
    },
  };
}

/** Begins to load the screen of the address while the rest of the shell starts; returns what ends it. */
export const preloadHere = (routes: readonly Route[]) => (): (() => void) => {
  routes
    .find((one) => one.show(location.pathname) !== null)
    ?.preload()
    .catch(() => undefined);
  return () => undefined;
};

/** The screen of the present path. All others are loaded one by one in idle moments, so that none is missing once the network is gone. */
export function Routes({ routes, notFound }: { routes: readonly Route[]; notFound: ReactNode }) {
  const { path } = usePlace();
  useEffect(() => preloadInIdleMoments(routes), [routes]);
  const shown = routes.reduce<ReactNode>((found, one) => found ?? one.show(path), null);
  return (
    <Suspense fallback={null}>
      {shown ?? notFound}
      <Arrival key={path} />
    </Suspense>
  );
}

function preloadInIdleMoments(routes: readonly Route[]): () => void {
  const over = new AbortController();
  void preloadEach(routes, over.signal);
  return () => over.abort();
}

async function preloadEach(routes: readonly Route[], signal: AbortSignal): Promise<void> {
  await settled();
  for (const route of routes) {
    if (signal.aborted) return;
    // One that cannot be had now is asked for again when it is shown.
    await route.preload().catch(() => undefined);
    await idle();
  }
}
