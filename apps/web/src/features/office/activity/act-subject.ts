import { pathTo } from '../../../platform/router.ts';
import { withValues } from '../shared/address.ts';

interface Subject {
  readonly kind: string;
  readonly id: string;
}

const PATHS: Readonly<Record<string, (id: string) => string>> = {
  person: (id) => pathTo('/office/people/:id', { id }),
  site: (id) => pathTo('/office/sites/:id', { id }),
  execution: (id) => pathTo('/office/executions/:id', { id }),
  procedure: (code) => pathTo('/office/procedures/:code', { code }),
  analysis: (id) => pathTo('/office/analyses/:id', { id }),
  tip: (tip) => withValues('/office/tips', { tip }),
};

/** Where what an act was about is looked at; null for what has no page of its own. */
export const pathOfSubject = (subject: Subject | null): string | null => (subject === null ? null : (PATHS[subject.kind]?.(subject.id) ?? null));
