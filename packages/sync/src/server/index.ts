export { exchange } from './exchange.ts';
export * from './ports.ts';
export { UnreadableBatch } from './read-batch.ts';
