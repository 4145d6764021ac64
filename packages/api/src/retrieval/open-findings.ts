import { type FindingRow, listFindings, type OrgTx, type Viewer } from '@heliograph/db';
import type { AssetId, Language, Localized } from '@heliograph/domain';
import type { Source } from '@heliograph/domain/assistant/grounding';
import { dayText } from './day-text.ts';
import { labelOf } from './defect-classes.ts';

const LOOKED_AT = 10;
const MOST = 3;

/**
 * What is wrong with a piece of equipment and not mended, as people have decided it: of the findings that the person may see. Findings of one photo
 * are one source, opened where they were decided: at its analysis.
 */
export async function openFindingsOf(tx: OrgTx, viewer: Viewer, asset: AssetId): Promise<Source[]> {
  const open = await listFindings(tx, viewer, { asset, states: ['open', 'planned'], limit: LOOKED_AT });
  return [...Map.groupBy(open, ({ analysis }) => analysis).values()].slice(0, MOST).map(sourceOf);
}

const WORDS: Readonly<Record<Language, Readonly<Record<'open' | 'planned' | 'severity' | 'colon', string>>>> = {
  fr: { open: 'Constat ouvert, vu le', planned: 'Constat planifié, vu le', severity: 'gravité', colon: '\u00a0:' },
  en: { open: 'Open finding, seen on', planned: 'Planned finding, seen on', severity: 'severity', colon: ':' },
};

function sourceOf(findings: readonly FindingRow[]): Source {
  const [first] = findings;
  const classes = [...new Set(findings.map((finding) => finding.class))].map(labelOf);
  const titleIn = (language: Language) => [...classes.map((label) => label[language]), first?.assetName].filter(Boolean).join(' · ');
  const saidIn = (language: Language) => findings.map((finding) => lineOf(finding, language)).join(' ');
  const inBoth = (say: (language: Language) => string): Localized => ({ fr: say('fr'), en: say('en') });
  return { kind: 'finding', id: first?.analysis ?? '', step: null, title: inBoth(titleIn), passage: inBoth(saidIn) };
}

function lineOf({ state, at, severity, text, ...finding }: FindingRow, language: Language): string {
  const words = WORDS[language];
  const said = `${labelOf(finding.class)[language]}, ${words.severity} ${severity}/5. ${text}`.trim();
  return `${words[state === 'planned' ? 'planned' : 'open']} ${dayText(at, language)}${words.colon} ${said}`;
}
