import type { ExecutionSummary } from '@heliograph/offline';

/** Runs in which values may still be settled: what is over was looked at by the office, what is only planned holds none. */
export const isUnderWay = ({ status, start }: ExecutionSummary): boolean =>
  start !== null && (status === 'in_progress' || status === 'suspended' || status === 'returned' || status === 'completed');
