export type { Loss, LossCode } from './loss.ts';
export { sayLoss } from './words.ts';
export { type WrittenForm, writeXlsform } from './write.ts';
