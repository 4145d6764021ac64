import { cell, type Readable, useReadable } from './readable.ts';

const held = cell(0);

/** Values that wait to be settled, as far as the runs on this phone were looked at: `ConflictWatch` counts them once the first screen stands. */
export const differing: Readable<number> = held;
export const useDiffering = (): number => useReadable(held);
export const noteDiffering: (count: number) => void = held.set;
