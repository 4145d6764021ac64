export * from './ports.ts';
export * from './step-state.ts';
