import { type AnalysisId, type AskedAnalysis, analysisIdSchema } from '@heliograph/domain/vision';
import { type Analyses, openAnalyses } from '@heliograph/offline';
import type { Owner } from '@heliograph/sync';
import { language } from '../../platform/preferences.ts';

let open: { readonly key: string; readonly analyses: Analyses } | null = null;

/** The photo analyses of one person on this phone: opened once, whichever screen asks first. */
export function phoneAnalyses({ org, user }: Owner): Analyses {
  const key = `${org} ${user}`;
  if (open?.key === key) return open.analyses;
  open?.analyses.close();
  const analyses = openAnalyses({ org, user });
  // Whoever looks first finds what waits.
  analyses.queued.subscribe(() => undefined);
  open = { key, analyses };
  return analyses;
}

/** Puts a photo into the line. Resolves when it is on the disk: from there on it is asked once, however often the app ends meanwhile. */
export async function askForAnalysis(owner: Owner, about: Omit<AskedAnalysis, 'id' | 'language'>): Promise<AnalysisId> {
  const id = analysisIdSchema.parse(crypto.randomUUID());
  const asked: AskedAnalysis = { id, language: language.get(), ...about };
  await phoneAnalyses(owner).queue({ id, sha: about.photo.sha, asked, at: Date.now(), isAsked: false, problem: null });
  return id;
}
