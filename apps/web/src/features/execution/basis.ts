import { basisIds, type ExecutionState } from '@heliograph/domain';
import { webHasher } from '@heliograph/offline';

/** What a signature or a completion is bound to: SHA-256 over the sorted head ids, joined by commas. */
export const basisHash = (state: ExecutionState): Promise<string> => webHasher.sha256(new TextEncoder().encode(basisIds(state).join(',')));
