import { clientsClaim } from 'workbox-core';
import { addPlugins, cleanupOutdatedCaches, createHandlerBoundToURL, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { isOurs } from './ours.ts';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: (PrecacheEntry | string)[] };

// A login page that answers 200 in place of a script would stay for good (H25): it makes the installation fail, which is tried again.
addPlugins([{ cacheWillUpdate: async ({ request, response }) => (isOurs(request.url, response) ? response : null) }]);
precacheAndRoute(self.__WB_MANIFEST, { directoryIndex: '', cleanURLs: false });
cleanupOutdatedCaches();

// Whatever the address inside the field, known or never visited, with or without a network: the same page.
registerRoute(new NavigationRoute(createHandlerBoundToURL('/app'), { allowlist: [/^\/app(?:[/?]|$)/] }));

// The very first worker takes the open page at once. A later one waits: a page must not lose its parts while somebody works in it (H30).
clientsClaim();
self.addEventListener('message', ({ data }) => {
  if (data?.type === 'TAKE_OVER') void self.skipWaiting();
});
