import { type Route, route } from '../platform/routes.tsx';

/** The screens of the field, in the order they are looked for. Each is loaded when first shown, and all of them are precached. */
export const fieldRoutes: readonly Route[] = [
  route('/app', () => import('./today/today-page.tsx')),
  route('/app/executions/:id', () => import('./execution/overview-page.tsx')),
  route('/app/executions/:id/steps/:address', () => import('./execution/step-page.tsx')),
  route('/app/executions/:id/check', () => import('./execution/check-page.tsx')),
  route('/app/executions/:id/read', () => import('./execution/read-page.tsx')),
  route('/app/executions/:id/conditions', () => import('./execution/conditions/conditions-page.tsx')),
  route('/app/library', () => import('./library/library-page.tsx')),
  route('/app/tips', () => import('./tips/tips-page.tsx')),
  route('/app/tips/write', () => import('./tips/write-page.tsx')),
  route('/app/tips/write/:id', () => import('./tips/write-page.tsx')),
  route('/app/procedures/:hash', () => import('./procedure/procedure-page.tsx')),
  route('/app/start/:hash', () => import('./start/start-page.tsx')),
  route('/app/work/:id', () => import('./start/work-page.tsx')),
  route('/app/scan', () => import('./scan/scan-page.tsx')),
  route('/app/a/:code', () => import('./assets/code-page.tsx')),
  route('/app/assets', () => import('./assets/assets-page.tsx')),
  route('/app/assets/:id', () => import('./assets/asset-page.tsx')),
  route('/app/attention', () => import('./attention/attention-page.tsx')),
  route('/app/sync', () => import('./sync/sync-page.tsx')),
  route('/app/emergency', () => import('./emergency/emergency-page.tsx')),
  route('/app/emergency/:site', () => import('./emergency/emergency-page.tsx')),
  route('/app/settings', () => import('./settings/settings-page.tsx')),
  route('/app/account', () => import('./account/account-page.tsx')),
  route('/app/more', () => import('./settings/more-page.tsx')),
];
