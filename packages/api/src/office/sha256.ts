import { createHash } from 'node:crypto';

/** Lower-case hex, as the domain's hashing asks for it. */
export const sha256 = async (bytes: Uint8Array): Promise<string> => createHash('sha256').update(bytes).digest('hex');
