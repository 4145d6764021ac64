import { type PhotoScope, servePhotos } from './worker-protocol.ts';

// TypeScript's DOM library knows a page's global scope, not a worker's.
servePhotos(globalThis as unknown as PhotoScope);
