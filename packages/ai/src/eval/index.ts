export { answererOf } from './answerer.ts';
export { EVAL_CASES, type EvalCase, type EvalKind, OBEYED } from './cases.ts';
export { evalTable } from './eval-table.ts';
export { PHOTO_CASES } from './photo-cases.ts';
export { type EvalPorts, type EvalQuestion, type EvalResult, runEval } from './run-eval.ts';
export { lookerOf, type PhotoEvalPorts, runPhotoEval } from './run-photo-eval.ts';
