export * from './cache-contract.ts';
export * from './outbox-contract.ts';
