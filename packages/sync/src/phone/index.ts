export { putLeftAway } from './apply-cache.ts';
export { needsPerson, settleAside } from './aside.ts';
export { CAP_HIDDEN_MS, CAP_VISIBLE_MS, retryDelay } from './backoff.ts';
export { type Outcome, openPhone, type Phone, type PhonePorts } from './engine.ts';
export { entryOf, joinLogs, ownOperations, readLocalLog } from './local-log.ts';
export * from './ports.ts';
export { type Entry, type OperationDraft, Unrecordable } from './record.ts';
export { freePhotos } from './retention.ts';
export { uploadPhotos } from './upload.ts';
