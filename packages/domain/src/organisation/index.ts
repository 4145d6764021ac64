export * from './organisation.ts';
