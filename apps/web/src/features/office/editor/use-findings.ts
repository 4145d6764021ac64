import { type Finding, findingsOf, type Surrounding } from '@heliograph/domain/procedure/check';
import type { ProcedureDraft } from '@heliograph/domain/procedure/draft';
import { useMemo } from 'react';
import { LANGUAGES } from '../../../platform/preferences.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { EQUIPMENT_CODES } from '../../assets/equipment-names.ts';
import { CATEGORY_CODES, CERTIFICATION_CODES } from '../../procedure/catalogue-names.ts';
import { DEFECTS } from '../../procedure/defect-names.ts';
import { useOfficeLibrary } from '../shared/every-page.ts';

const CATALOGUES = {
  categories: new Set(CATEGORY_CODES),
  equipmentTypes: new Set(EQUIPMENT_CODES),
  certifications: new Set(CERTIFICATION_CODES),
  findings: new Set(Object.keys(DEFECTS)),
};

/** What stands between the draft and a version, by the check that publishing runs. */
export function useFindings(draft: ProcedureDraft): readonly Finding[] {
  const library = useOfficeLibrary().data;
  const languages = trpc.organisation.get.useQuery().data?.languages ?? LANGUAGES;
  const known = useMemo(
    (): Surrounding => ({ ...CATALOGUES, procedures: new Set([draft.slug, ...(library ?? []).map(({ slug }) => slug)]), languages }),
    [draft.slug, library, languages],
  );
  return useMemo(() => findingsOf(draft, known), [draft, known]);
}

/** The worst finding of each step. */
export function flagsOf(findings: readonly Finding[]): ReadonlyMap<string, Finding['severity']> {
  const flags = new Map<string, Finding['severity']>();
  for (const { step, severity } of findings) if (step !== null && flags.get(step) !== 'error') flags.set(step, severity);
  return flags;
}
