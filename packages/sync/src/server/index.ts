export { act } from './act.ts';
export type { ActOutcome } from './apply-batch.ts';
export { exchange } from './exchange.ts';
export * from './ports.ts';
export { UnreadableBatch } from './read-batch.ts';
