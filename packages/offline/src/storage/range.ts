/** All keys whose first parts are these: an array sorts after every number and text. */
export const keysUnder = (...parts: readonly IDBValidKey[]): IDBKeyRange => IDBKeyRange.bound([...parts], [...parts, []]);

/** IndexedDB counts in 32 bits and refuses more; no limit at all means the same. */
export const pageOf = (limit: number): number | undefined => (limit < 2 ** 32 ? limit : undefined);
