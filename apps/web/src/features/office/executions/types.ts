import type { AppRouter } from '@heliograph/api';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>;
export type ExecutionRow = Outputs['execution']['list']['items'][number];
export type OpenedExecution = Outputs['execution']['get'];
export type OpenedPlace = OpenedExecution['places'][number];
export type OpenedPhoto = OpenedExecution['photos'][number];

/** States the server can filter by. */
export const STATUSES = ['planned', 'in_progress', 'completed', 'approved', 'cancelled'] as const;
