export * from './csv.ts';
export * from './execution.ts';
