export * from './budget.ts';
export * from './call.ts';
export * from './conversation/index.ts';
export * from './fault.ts';
export * from './provider.ts';
export * from './router.ts';
export * from './settings.ts';
export * from './usage.ts';
