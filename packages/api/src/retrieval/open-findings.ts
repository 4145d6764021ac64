import { type FindingRow, listFindings, type OrgTx, type Viewer } from '@heliograph/db';
import type { AssetId, Language } from '@heliograph/domain';
import type { Source } from '@heliograph/domain/assistant/grounding';
import { labelOf } from './defect-classes.ts';

const MOST = 3;

/** What is wrong with a piece of equipment and not mended, as people have decided it: of the findings that the person may see. */
export async function openFindingsOf(tx: OrgTx, viewer: Viewer, asset: AssetId): Promise<Source[]> {
  const open = await listFindings(tx, viewer, { asset, states: ['open', 'planned'], limit: MOST });
  return open.map(sourceOf);
}

const WORDS: Readonly<Record<Language, { readonly open: string; readonly planned: string; readonly severity: string }>> = {
  fr: { open: 'Constat ouvert, vu le', planned: 'Constat planifié, vu le', severity: 'gravité' },
  en: { open: 'Open finding, seen on', planned: 'Planned finding, seen on', severity: 'severity' },
};

function sourceOf({ id, assetName, severity, state, text, at, ...finding }: FindingRow): Source {
  const day = new Date(at).toISOString().slice(0, 10);
  const label = labelOf(finding.class);
  const titleIn = (language: Language) => [label[language], assetName].filter(Boolean).join(' · ');
  const saidIn = (language: Language) => {
    const words = WORDS[language];
    return `${words[state === 'planned' ? 'planned' : 'open']} ${day}, ${words.severity} ${severity}/5. ${text}`.trim();
  };
  return {
    ...{ kind: 'finding', id, step: null },
    title: { fr: titleIn('fr'), en: titleIn('en') },
    passage: { fr: saidIn('fr'), en: saidIn('en') },
  };
}
