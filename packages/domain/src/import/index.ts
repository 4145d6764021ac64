export * from './problem.ts';
export * from './procedure.ts';
export * from './starter-library.ts';
