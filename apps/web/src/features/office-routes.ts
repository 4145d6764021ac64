import { type Route, route } from '../platform/routes.tsx';

/** The screens of the office. */
export const officeRoutes: readonly Route[] = [
  route('/office', () => import('./office/executions/executions-page.tsx')),
  route('/office/executions/:id', () => import('./office/executions/execution-page.tsx')),
  route('/office/executions/:id/receipt', () => import('./office/executions/receipt-page.tsx')),
  route('/office/executions/:id/print', () => import('./office/print/print-page.tsx')),
  route('/office/work', () => import('./office/work/work-page.tsx')),
  route('/office/work/new', () => import('./office/work/give-page.tsx')),
  route('/office/procedures', () => import('./office/procedures/procedures-page.tsx')),
  // Before the next: "import" is no code.
  route('/office/procedures/import', () => import('./office/procedures/import/import-page.tsx')),
  route('/office/procedures/:code', () => import('./office/procedures/procedure-page.tsx')),
  route('/office/procedures/:code/edit', () => import('./office/editor/editor-page.tsx')),
  route('/office/procedures/:code/compare', () => import('./office/procedures/compare-page.tsx')),
  route('/office/tips', () => import('./office/tips/tips-page.tsx')),
  route('/office/sites', () => import('./office/sites/sites-page.tsx')),
  route('/office/sites/:id', () => import('./office/sites/site-page.tsx')),
  route('/office/sites/:id/import', () => import('./office/plant/import-page.tsx')),
  route('/office/sites/:id/labels', () => import('./office/plant/labels-page.tsx')),
  route('/office/people', () => import('./office/people/people-page.tsx')),
  route('/office/people/:id', () => import('./office/people/person-page.tsx')),
  route('/office/phones', () => import('./office/fleet/fleet-page.tsx')),
  route('/office/assistant', () => import('./office/assistant/assistant-page.tsx')),
  route('/office/assistant/:id', () => import('./office/assistant/talk-page.tsx')),
  route('/office/activity', () => import('./office/activity/activity-page.tsx')),
  route('/office/settings', () => import('./office/settings/settings-page.tsx')),
  route('/office/remarks', () => import('./office/remarks/remarks-page.tsx')),
  route('/office/settings/models', () => import('./office/models/models-page.tsx')),
  route('/office/settings/models/costs', () => import('./office/models/costs-page.tsx')),
  route('/office/statistics', () => import('./office/statistics/statistics-page.tsx')),
  route('/office/account', () => import('./office/account/account-page.tsx')),
];
