export * from './fault.ts';
export * from './provider.ts';
export * from './usage.ts';
