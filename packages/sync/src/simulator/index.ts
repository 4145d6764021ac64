export { COVERAGE, type Covered } from './auditor.ts';
export { countCoverage, LEAST_SHARE, missingCoverage } from './coverage.ts';
export type { Mood } from './faults.ts';
export { memoryCache, memoryOutbox } from './memory-phone.ts';
export { EVENTS, type Run, type RunOptions, simulate } from './run.ts';
export { createWorld } from './world.ts';
