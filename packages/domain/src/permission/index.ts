export * from './can.ts';
export * from './permissions.ts';
export * from './visibility.ts';
