export * from './restore.ts';
export * from './standing.ts';
