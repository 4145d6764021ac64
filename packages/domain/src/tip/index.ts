export * from './places.ts';
export * from './tip.ts';
