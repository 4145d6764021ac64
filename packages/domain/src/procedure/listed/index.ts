export * from './from-list.ts';
