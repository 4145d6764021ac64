import { type Route, route } from '../platform/routes.tsx';

/** The screens of the office. */
export const officeRoutes: readonly Route[] = [
  route('/office', () => import('./office/executions/executions-page.tsx')),
  route('/office/executions/:id', () => import('./office/executions/execution-page.tsx')),
];
