/** What a model was called for. */
export const CALL_PURPOSES = ['question', 'title', 'summary', 'photo', 'trial'] as const;
export type CallPurpose = (typeof CALL_PURPOSES)[number];

/** How a call stands in the ledger: under way, answered, failed, or never heard of again. */
export const CALL_STATUSES = ['held', 'done', 'failed', 'lost'] as const;
export type CallStatus = (typeof CALL_STATUSES)[number];
