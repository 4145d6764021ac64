import type { Readable } from '@heliograph/offline/readable';
import { useSyncExternalStore } from 'react';

export { type Cell, cell, type Readable } from '@heliograph/offline/readable';

/** The value now, and again whenever it changes. */
export const useReadable = <T>(readable: Readable<T>): T => useSyncExternalStore(readable.subscribe, readable.get, readable.get);
