import { describe, expect, test } from 'vitest';
import starter from '../../../library/starter.json' with { type: 'json' };
import { importLibrary } from '../../import/index.ts';
import { readXlsform } from '../../import/xlsform/index.ts';
import { draftOf, type ProcedureDraft } from '../../procedure/draft/index.ts';
import { writeXlsform } from './index.ts';

const imported = importLibrary(starter);
const procedures = imported.kind === 'imported' ? imported.library.procedures.map(({ content }) => draftOf(content)) : [];
const back = (draft: ProcedureDraft) => {
  const sheets = writeXlsform(draft).sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map((cells, at) => ({ row: at + 1, cells })),
    troubles: [],
  }));
  return readXlsform({ format: 'xlsx', name: draft.slug, sheets }, { language: 'fr' });
};

describe('a procedure written as a form', () => {
  test.each(procedures.map((draft) => [draft.slug, draft] as const))('%s reads back as the same questions in the same order', (_, draft) => {
    const report = back(draft);
    expect(report.findings.filter(({ level }) => level === 'error')).toEqual([]);
    expect(report.draft).toMatchObject({ title: draft.title, category: draft.category, equipmentTypes: draft.equipmentTypes });
    const said = ({ title, instructions, required, kind }: ProcedureDraft['steps'][number]) => ({
      title,
      instructions,
      required: required && kind !== 'instruction',
    });
    expect(report.draft?.steps.map(said)).toEqual(draft.steps.map(said));
  });

  test('conditions, limits, units and choices come back as they went', () => {
    const id = { title: { fr: 'A', en: 'A' }, instructions: { fr: '', en: '' }, required: true, holdPoint: false };
    const option = (value: string) => ({ value, label: { fr: value, en: value }, outcome: 'ok' as const });
    const draft = draftOf({
      ...{ slug: 'p', title: { fr: 'P', en: 'P' }, description: { fr: '', en: '' }, category: 'inspection', equipmentTypes: [], tags: [] },
      ...{ estimatedMinutes: 4, teamMin: 1, requiresLockout: false, requiredCertifications: [], requiredTools: [], ppe: [] },
      ...{ safetyWarnings: [], references: [], environment: [] },
      steps: [
        { ...id, id: 'c', kind: 'choice', options: [option('x'), option('y'), option('z')] },
        {
          ...id,
          id: 'm',
          kind: 'measurement',
          unit: 'V',
          decimals: 2,
          limitKind: 'practice',
          severityOutside: 2,
          showIf: { step: 'c', op: 'in', value: ['x', 'y'] },
        },
        {
          ...id,
          id: 't',
          kind: 'text',
          showIf: {
            any: [
              { step: 'c', op: 'eq', value: 'x' },
              { step: 'c', op: 'ne', value: 'y' },
            ],
          },
          repeat: { over: 'Rangée', group: 'g' },
        },
      ],
    });
    const { draft: read } = back(draft);
    expect(read?.steps[0]).toMatchObject({ options: [{ value: 'x' }, { value: 'y' }, { value: 'z' }] });
    expect(read?.steps[1]).toMatchObject({ unit: 'V', decimals: 2, showIf: { step: 'c', op: 'ne', value: 'z' } });
    expect(read?.steps[2]).toMatchObject({ showIf: { step: 'c', op: 'ne', value: 'y' }, repeat: { over: 'Rangée' } });
  });

  test('tells what a form cannot say, by step', () => {
    const draft = procedures.find(({ steps }) => steps.some(({ holdPoint }) => holdPoint));
    const { losses } = writeXlsform(draft ?? ({ ...procedures[0], steps: [] } as ProcedureDraft));
    const held = draft?.steps.filter(({ holdPoint }) => holdPoint).map(({ id }) => id);
    expect(losses.filter(({ code }) => code === 'hold_point').map(({ step }) => step)).toEqual(held);
    expect(losses).toContainEqual({ step: null, code: 'safety' });
  });
});
