import { type Level, sayFinding, type XlsformFinding, type XlsformReport } from '@heliograph/domain/import/xlsform';

type Language = 'fr' | 'en';

const HEADS: Readonly<Record<Level, Readonly<Record<Language, string>>>> = {
  error: { fr: 'À corriger', en: 'To put right' },
  lost: { fr: 'Ne sera pas repris', en: 'Not carried over' },
  changed: { fr: 'Repris autrement', en: 'Carried over otherwise' },
  note: { fr: 'À savoir', en: 'Good to know' },
};

/** The report of an import as lines for a terminal, the gravest findings first. */
export function reportLines(report: XlsformReport, language: Language): readonly string[] {
  const steps = report.draft?.steps.length ?? 0;
  const sums = { fr: `${report.questions} questions, ${steps} étapes`, en: `${report.questions} questions, ${steps} steps` };
  const verdict =
    report.draft === null
      ? { fr: 'Refusé : rien ne serait importé.', en: 'Refused: nothing would be imported.' }
      : { fr: 'Peut être importé.', en: 'Can be imported.' };
  const levels = Map.groupBy(report.findings, ({ level }) => level);
  const parts = [...levels].flatMap(([level, findings]) => [
    '',
    `${HEADS[level][language]} (${findings.length})`,
    ...findings.map((finding) => `  ${placeOf(finding)}  ${sayFinding(finding, language)}${finding.value ? `  [${finding.value}]` : ''}`),
  ]);
  return [sums[language], verdict[language], ...parts];
}

const placeOf = ({ sheet, row, column }: XlsformFinding): string => [sheet, row, column].filter((part) => part !== null).join(':');
