import type { Page } from '@playwright/test';
import { findAnalysis, findExecution, findPerson, findProcedure, findSite, findStep, findTalk } from '../browser/demo-data.ts';
import { FORM, findDraft } from '../browser/demo-draft.ts';

export interface Screen {
  readonly name: string;
  readonly device: 'phone' | 'office';
  /** E-mail of a demonstration account; null: nobody is signed in. */
  readonly as: string | null;
  open(page: Page): Promise<unknown>;
  /** Walked through by night alone; the day has its likes already. */
  readonly isForNight?: boolean;
}

const TECHNICIAN = 'tech@demo.test';
const SUPERVISOR = 'supervisor@demo.test';
const ADMIN = 'admin@demo.test';

const phone = (name: string, path: string | ((page: Page) => Promise<string>), as: string | null = TECHNICIAN): Screen =>
  screen({ name, device: 'phone', as }, path);
const office = (name: string, path: string | ((page: Page) => Promise<string>), as: string | null = SUPERVISOR): Screen =>
  screen({ name, device: 'office', as }, path);

/** One that is only walked through by night. */
const byNight = (one: Screen): Screen => ({ ...one, isForNight: true });
/** One that is reached by doing something on it. */
const after = (one: Screen, act: (page: Page) => Promise<unknown>): Screen => ({
  ...one,
  open: async (page) => {
    await one.open(page);
    await act(page);
  },
});

const draft = (rest: string) => (page: Page) => findDraft(page).then((slug) => `/office/procedures/${slug}${rest}`);
const comparison = async (page: Page) => {
  const slug = await findDraft(page);
  return `/office/procedures/${slug}/compare?from=${await findProcedure(page, slug)}&to=draft`;
};
const ofCleaning = '/office/procedures/module-cleaning';

const screen = (about: Omit<Screen, 'open'>, path: string | ((page: Page) => Promise<string>)): Screen => ({
  ...about,
  open: async (page) => page.goto(typeof path === 'string' ? path : await path(page)),
});

const step = (kind: string) => (page: Page) => findStep(page, kind).then(({ execution, id }) => `/app/executions/${execution}/steps/${id}`);
const execution =
  (status: string, rest = '') =>
  (page: Page) =>
    findExecution(page, status).then((id) => `/app/executions/${id}${rest}`);

const analysis = (shell: '/app' | '/office', state: string) => (page: Page) => findAnalysis(page, state).then((id) => `${shell}/analyses/${id}`);

/** A site of the office; what ends in `=` names its first equipment. */
const site = (rest: string) => (page: Page) => findSite(page).then(({ id, asset }) => `/office/sites/${id}${rest}${rest.endsWith('=') ? asset : ''}`);

/** What `npm run screens` looks at: one line a screen. */
export const screens: readonly Screen[] = [
  phone('sign-in', '/app', null),
  phone('invitation', '/app/invitation#not-a-link', null),
  phone('today', '/app'),
  phone('library', '/app/library'),
  phone('procedure', (page) => findProcedure(page).then((hash) => `/app/procedures/${hash}`)),
  phone('start', (page) => findProcedure(page).then((hash) => `/app/start/${hash}`)),
  phone('work', (page) => findExecution(page, 'planned').then((id) => `/app/work/${id}`)),
  phone('execution', execution('in_progress')),
  ...['instruction', 'check', 'measurement', 'choice', 'text', 'photo', 'signature', 'scan'].map((kind) => phone(`step-${kind}`, step(kind))),
  phone('conditions', execution('in_progress', '/conditions')),
  phone('check-answers', execution('in_progress', '/check')),
  phone('read-execution', execution('completed', '/read')),
  phone('scan', '/app/scan'),
  phone('assistant', '/app/assistant'),
  phone('assistant-talk', (page) => findTalk(page).then((id) => `/app/assistant/${id}`)),
  phone('assistant-settings', '/app/assistant/settings'),
  phone('assistant-usage', '/app/assistant/usage'),
  phone('assistant-question', '/app/assistant/00000000-0000-4000-8000-000000000000'),
  phone('analyses', '/app/analyses'),
  phone('analysis', analysis('/app', 'decided')),
  phone('sync', '/app/sync'),
  phone('emergency', '/app/emergency'),
  phone('settings', '/app/settings'),
  phone('account', '/app/account'),
  phone('more', '/app/more'),
  phone('not-found', '/app/nowhere'),
  office('sign-in', '/office', null),
  office('executions', '/office'),
  office('execution', (page) => findExecution(page, 'completed').then((id) => `/office/executions/${id}`)),
  office('execution-print', (page) => findExecution(page, 'approved').then((id) => `/office/executions/${id}/print`)),
  office('work', '/office/work'),
  office('procedures', '/office/procedures'),
  office('procedure', '/office/procedures/string-inverter-preventive', ADMIN),
  office('editor', '/office/procedures/string-inverter-preventive/edit?step=s05', ADMIN),
  after(office('editor-findings', draft('/edit?step=jamais'), ADMIN), (page) =>
    page
      .locator('summary', { hasText: /à corriger|to correct/ })
      .first()
      .click(),
  ),
  byNight(office('editor-head', `${ofCleaning}/edit?step=`, ADMIN)),
  ...['s03', 's13', 's15'].map((step) => byNight(office(`editor-${step}`, draft(`/edit?step=${step}`), ADMIN))),
  office('procedure-compare', comparison, ADMIN),
  byNight(after(office('procedure-check', draft(''), ADMIN), (page) => page.getByRole('button', { name: /^(Publier|Publish)…/ }).click())),
  byNight(
    after(office('procedure-verified', ofCleaning, ADMIN), (page) =>
      page
        .getByRole('button', { name: /^(Vérifier|Verify)$/ })
        .first()
        .click(),
    ),
  ),
  after(office('procedure-import', '/office/procedures/import', ADMIN), (page) =>
    page.locator('input[type=file]').setInputFiles({ name: 'relevé.md', mimeType: 'text/markdown', buffer: Buffer.from(FORM) }),
  ),
  byNight(office('procedure-print', `${ofCleaning}/print`, ADMIN)),
  byNight(office('starter', '/office/starter', ADMIN)),
  byNight(office('remarks', '/office/remarks')),
  byNight(office('tips', '/office/tips')),
  byNight(after(office('tip', '/office/tips'), (page) => page.getByRole('row').nth(1).getByRole('button').click())),
  byNight(office('tip-new', '/office/tips?do=add')),
  byNight(office('phones', '/office/phones', ADMIN)),
  byNight(office('models', '/office/settings/models', ADMIN)),
  byNight(office('costs', '/office/settings/models/costs', ADMIN)),
  byNight(office('statistics', '/office/statistics', ADMIN)),
  office('work-new', '/office/work/new'),
  office('assistant', '/office/assistant'),
  byNight(office('assistant-talk', (page) => findTalk(page).then((id) => `/office/assistant/${id}`))),
  office('assistant-question', '/office/assistant/00000000-0000-4000-8000-000000000000'),
  office('analyses', '/office/analyses?state=allStates'),
  office('analysis', analysis('/office', 'proposed')),
  office('analyses-agreement', '/office/analyses/agreement'),
  office('sites', '/office/sites', ADMIN),
  office('site', site(''), ADMIN),
  office('site-asset', site('?asset='), ADMIN),
  office('site-asset-edit', site('?do=edit&asset='), ADMIN),
  office('site-import', site('/import'), ADMIN),
  office('site-labels', site('/labels?whole=1&asset='), ADMIN),
  office('people', '/office/people', ADMIN),
  office('person', (page) => findPerson(page).then((id) => `/office/people/${id}`), ADMIN),
  office('activity', '/office/activity', ADMIN),
  office('settings', '/office/settings', ADMIN),
  office('account', '/office/account', ADMIN),
];

/** The picture of the README: a working day on the phone. */
export const tour: readonly string[] = ['today', 'procedure', 'step-measurement', 'step-choice', 'check-answers'];
