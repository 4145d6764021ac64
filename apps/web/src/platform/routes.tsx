'use client';

import { type ComponentType, lazy, type ReactNode, Suspense, useEffect } from 'react';
import { match, type ParamsOf, usePlace } from './router.ts';
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

/** The first screen comes first: a slow phone has nothing else to do for this long. */
const SETTLING_MS = 1500;

function preloadInIdleMoments(routes: readonly Route[]): () => void {
  const left = [...routes];
  let isOver = false;
  const next = () => {
    const route = isOver ? undefined : left.shift();
    // One that cannot be had now is asked for again when it is shown.
    if (route !== undefined) route.preload().then(whenIdle, whenIdle);
  };
  const whenIdle = () => ('requestIdleCallback' in window ? requestIdleCallback(next) : setTimeout(next, 50));
  const timer = setTimeout(whenIdle, SETTLING_MS);
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
