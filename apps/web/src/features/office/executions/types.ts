import type { AppRouter } from '@heliograph/api';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>;
export type ExecutionRow = Outputs['execution']['list']['items'][number];
export type OpenedExecution = Outputs['execution']['get'];
export type OpenedPlace = OpenedExecution['places'][number];
export type OpenedPhoto = OpenedExecution['photos'][number];
