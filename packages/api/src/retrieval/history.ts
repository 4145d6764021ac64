import { type ExecutionSummary, listExecutions, type OrgTx, readLogsOf, readProcedures, readStepStates, type Viewer } from '@heliograph/db';
import { type AssetId, type Localized, type ProcedureContent, type ProcedureHash, readProcedure, stepIdOf } from '@heliograph/domain';
import type { Source } from '@heliograph/domain/assistant/grounding';
import { dayText } from './day-text.ts';

const LOOKED_AT = 8;
const MOST = 3;
const MOST_REMARKS = 5;

/** What was found and remarked on a piece of equipment lately, of the executions that the person may see. Those without either say nothing. */
export async function historyOf(tx: OrgTx, viewer: Viewer, asset: AssetId): Promise<Source[]> {
  const executions = await listExecutions(tx, viewer, { asset, limit: LOOKED_AT });
  const ids = executions.map(({ id }) => id);
  const logs = await readLogsOf(tx, ids, ['comment']);
  const contents = await contentsOf(
    tx,
    executions.map(({ procedure }) => procedure),
  );
  const told: Source[] = [];
  for (const execution of executions) {
    const content = contents.get(execution.procedure) ?? null;
    const failed = execution.failed === 0 ? [] : await failedSteps(tx, execution, content);
    const remarks = (logs.get(execution.id) ?? []).flatMap(({ operation: { p } }) => textIn(p)).slice(-MOST_REMARKS);
    if (failed.length + remarks.length > 0) told.push(sourceOf(execution, content, { failed, remarks }));
  }
  return told.slice(0, MOST);
}

async function contentsOf(tx: OrgTx, hashes: readonly ProcedureHash[]): Promise<Map<ProcedureHash, ProcedureContent | null>> {
  const versions = await readProcedures(tx, [...new Set(hashes)]);
  return new Map(versions.map(({ hash, content }) => [hash, readProcedure(content)]));
}

/** Titles of the steps whose answer in force is out of limits, not conform or refused. */
async function failedSteps(tx: OrgTx, { id }: ExecutionSummary, content: ProcedureContent | null): Promise<Localized[]> {
  const states = await readStepStates(tx, id);
  const failed = states.filter(({ register: { heads }, effective }) =>
    heads.some((head) => head.id === effective && (head.outcome === 'fail' || head.k === 'refuse')),
  );
  const names = new Set(failed.map(({ s }) => stepIdOf(s)));
  return content?.steps.filter((step) => names.has(step.id)).map(({ title }) => title) ?? [];
}

const textIn = (payload: unknown): string[] =>
  typeof payload === 'object' && payload !== null && 'text' in payload && typeof payload.text === 'string' ? [payload.text] : [];

function sourceOf(
  { id, slug, openedAt, assetName }: ExecutionSummary,
  content: ProcedureContent | null,
  { failed, remarks }: { failed: readonly Localized[]; remarks: readonly string[] },
): Source {
  const said = (language: 'fr' | 'en', labels: { failed: string; remarks: string }) =>
    [
      failed.length === 0 ? '' : `${labels.failed} ${failed.map((title) => title[language]).join(', ')}.`,
      remarks.length === 0 ? '' : `${labels.remarks} ${remarks.join(' · ')}`,
    ]
      .filter(Boolean)
      .join(' ');
  const titleIn = (language: 'fr' | 'en') => [content?.title[language] ?? slug, assetName, dayText(openedAt, language)].filter(Boolean).join(' · ');
  return {
    ...{ kind: 'execution', id, step: null },
    title: { fr: titleIn('fr'), en: titleIn('en') },
    passage: {
      fr: said('fr', { failed: 'Non conforme :', remarks: 'Remarques :' }),
      en: said('en', { failed: 'Not conform:', remarks: 'Remarks:' }),
    },
  };
}
