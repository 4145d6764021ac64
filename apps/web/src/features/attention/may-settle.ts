import { isGoingOn } from '@heliograph/domain';
import type { ExecutionSummary } from '@heliograph/offline';

/** Runs in which values may still be settled: what is over was looked at by the office, what is only planned holds none. */
export const maySettle = ({ status, start }: ExecutionSummary): boolean => start !== null && (isGoingOn(status) || status === 'completed');
