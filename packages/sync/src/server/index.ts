export { act } from './act.ts';
export type { ActOutcome } from './apply-batch.ts';
export { exchange } from './exchange.ts';
export { type HandedIn, handIn } from './hand-in.ts';
export * from './ports.ts';
export { UnreadableBatch } from './read-batch.ts';
export { revisitHeld } from './revisit.ts';
