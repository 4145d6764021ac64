import { findAttachments, listUsableSlugs, type OrgTx, readSettings } from '@heliograph/db';
import { filesOf } from '@heliograph/domain';
import type { Surrounding } from '@heliograph/domain/procedure/check';
import type { ProcedureDraft } from '@heliograph/domain/procedure/draft';
import { starterLibrary } from '../demo/library.ts';

/** The catalogues are the product's own: read once, when the first draft is checked. */
let catalogues: Omit<Surrounding, 'procedures' | 'languages' | 'files'> | null = null;

function readCatalogues(): Omit<Surrounding, 'procedures' | 'languages' | 'files'> {
  const { categories, equipmentTypes, certifications, defectClasses } = starterLibrary().catalogues;
  const codes = (entries: readonly { readonly code: string }[]) => new Set(entries.map(({ code }) => code));
  return {
    categories: codes(categories),
    equipmentTypes: codes(equipmentTypes),
    certifications: codes(certifications),
    findings: codes(defectClasses),
  };
}

/** What a draft of this organisation may refer to, itself included, and the languages it is written in. */
export async function surroundingOf(tx: OrgTx, draft: ProcedureDraft): Promise<Surrounding> {
  catalogues ??= readCatalogues();
  const { languages } = await readSettings(tx);
  const files = await findAttachments(
    tx,
    filesOf(draft).map(({ hash }) => hash),
  );
  return {
    ...catalogues,
    procedures: new Set([draft.slug, ...(await listUsableSlugs(tx))]),
    languages,
    files: new Set(files.map(({ hash }) => hash)),
  };
}
