export * from './conversation.ts';
export * from './export.ts';
export * from './history.ts';
export * from './limits.ts';
export * from './plain.ts';
export * from './thread.ts';
export * from './title.ts';
