import { isOurs } from './ours.ts';

/** Parts of the app that only some phones need: the reader of labels, where the browser has none of its own. */
export const DEVICE_PARTS = /\/_next\/static\/chunks\/device-[^/]+\.js$/;
/** Beside the reader's other half (`platform/scan.ts`). */
const STORE = 'heliograph-scanner';

/** From this phone, else from our server and then kept: a file's name changes with its content. */
export async function devicePart(request: Request, storage: CacheStorage = caches): Promise<Response> {
  const store = await storage.open(STORE);
  const held = await store.match(request);
  if (held !== undefined) return held;
  const fetched = await fetch(request);
  // One that cannot be kept (a full phone) still works while there is a network.
  if (isOurs(request.url, fetched)) await store.put(request, fetched.clone()).catch(() => undefined);
  return fetched;
}
