export { breachOf } from './breach.ts';
export { opensEmergency } from './emergency-words.ts';
export { REFUSALS, type Refusal } from './refusals.ts';
export { type Reminder, refusalOf, type Safety, safetyOf } from './safety.ts';
export { EMERGENCY_LINES, LOCK_OUT_PROCEDURE, offersLockOut, REFUSAL_WORDS, REMINDER_WORDS, THREE_EXCHANGES } from './safety-words.ts';
export type { GuardedValue } from './values.ts';
