export * from './compare.ts';
export type { FieldChange } from './fields.ts';
