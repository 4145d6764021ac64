import type { AnalysisView } from '@heliograph/domain/vision';
import { expect, test } from 'vitest';
import { changed, decided, draftOf, withAnother } from './correction.ts';

type Shown = NonNullable<AnalysisView['proposal']>['defects'][number];
const shown: Shown = {
  ...{ at: 2, class: 'soiling', severity: 2, confidence: 0.9, band: 'sure', box: null, text: 'Dépôt' },
  label: { fr: 'Salissure', en: 'Soiling' },
};
const proposal = {
  ...{ equipment: '', condition: 'worn', heldBack: 1, interpretation: '', recommendedAction: '', suggestions: [], mustSay: [] },
  defects: [shown],
} satisfies AnalysisView['proposal'];

test('a corrected defect still names the proposed one it stands for, and one that was added names none', () => {
  const other = { code: 'cable_damage', group: 'dc', label: { fr: 'Câble', en: 'Cable' }, defaultSeverity: 4 } as const;
  const drafts = changed(withAnother(draftOf({ proposal }), other), 0, { class: 'module_burn_mark', severity: 4, text: ' Brûlure ' });
  expect(decided(drafts)).toEqual([
    { of: 2, class: 'module_burn_mark', severity: 4, box: null, text: 'Brûlure' },
    { of: null, class: 'cable_damage', severity: 4, box: null, text: '' },
  ]);
});

test('a proposal too unsure to be shown gives a correction nothing to begin from', () => {
  expect(draftOf({ proposal: null })).toEqual([]);
});
