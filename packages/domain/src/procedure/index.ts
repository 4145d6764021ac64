export * from './canonical.ts';
export * from './catalogue.ts';
export { checkProcedure } from './check/check-procedure.ts';
export type { Path, Problem, ProblemCode } from './check/problem.ts';
export type { References } from './check/references.ts';
export * from './codes.ts';
export * from './content.ts';
export * from './notes.ts';
export * from './step-base.ts';
