/** From this confidence on a proposal is shown, unless the organisation says otherwise. */
export const FIRST_THRESHOLD = 0.6;
/** What an organisation may set. Nothing is ever shown that is less sure than a coin. */
export const THRESHOLD_RANGE = { least: 0.5, most: 0.95 } as const;
