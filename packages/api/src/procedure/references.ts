import { listUsableSlugs, type OrgTx, readSettings } from '@heliograph/db';
import type { Surrounding } from '@heliograph/domain/procedure/check';
import { starterLibrary } from '../demo/library.ts';

/** The catalogues are the product's own: read once, when the first draft is checked. */
let catalogues: Omit<Surrounding, 'procedures' | 'languages'> | null = null;

function readCatalogues(): Omit<Surrounding, 'procedures' | 'languages'> {
  const { categories, equipmentTypes, certifications, defectClasses } = starterLibrary().catalogues;
  const codes = (entries: readonly { readonly code: string }[]) => new Set(entries.map(({ code }) => code));
  return {
    categories: codes(categories),
    equipmentTypes: codes(equipmentTypes),
    certifications: codes(certifications),
    findings: codes(defectClasses),
  };
}

/** What procedures of this organisation may refer to, and the languages they are written in. @param slug may always refer to itself */
export async function surroundingOf(tx: OrgTx, slug: string): Promise<Surrounding> {
  catalogues ??= readCatalogues();
  const { languages } = await readSettings(tx);
  return { ...catalogues, procedures: new Set([slug, ...(await listUsableSlugs(tx))]), languages };
}
