import { type AnalysisFilter, findAnalysis, listAnalyses, listFindings, readOrg } from '@heliograph/db';
import { refuse } from '@heliograph/domain';
import type { AnalysisId, AnalysisSummary, AnalysisView, ClassChoice } from '@heliograph/domain/vision';
import * as z from 'zod/mini';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { findingOf } from '../finding/finding.service.ts';
import { defectClasses } from '../retrieval/defect-classes.ts';
import { type Page, pageOf, positionIn } from '../trpc/paging.ts';
import { summaryOf, viewOf } from './views.ts';

const positionSchema = z.object({ askedAt: z.int(), id: z.string() });

interface Wish extends AnalysisFilter {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Analyses that the person may see, newest first. */
export const analysesFor = ({ db }: Pick<Deps, 'db'>, actor: Actor, { cursor, limit, ...filter }: Wish): Promise<Page<AnalysisSummary>> =>
  readOrg(db, actor, async (tx) => {
    const rows = await listAnalyses(tx, actor, { ...filter, limit: limit + 1, before: positionIn(cursor, positionSchema) });
    const { items, nextCursor } = pageOf(rows, limit, ({ askedAt, id }) => ({ askedAt, id }));
    return { items: items.map(summaryOf), nextCursor };
  });

/** @throws AppError NOT_FOUND */
export const analysisOf = ({ db }: Pick<Deps, 'db'>, actor: Actor, id: AnalysisId): Promise<AnalysisView> =>
  readOrg(db, actor, async (tx) => {
    const row = (await findAnalysis(tx, actor, id)) ?? refuse('NOT_FOUND');
    const findings = row.state === 'decided' ? await listFindings(tx, actor, { analysis: id, limit: 50 }) : [];
    return viewOf(row, actor, findings.map(findingOf));
  });

/** The closed list, for whoever corrects. */
export const classChoices = (): ClassChoice[] =>
  defectClasses().map(({ code, group, label, defaultSeverity }) => ({ code, group, label, defaultSeverity }));
