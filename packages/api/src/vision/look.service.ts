import { pictureMessages } from '@heliograph/ai';
import { type AnalysisEnd, type AnalysisWork, findAsset, findExecution, maySeePhoto, type OrgTx, readOrg } from '@heliograph/db';
import { AppError, type PhotoHash, stepAt } from '@heliograph/domain';
import { type AnalysisProblem, bandOf, confidenceOf, FIRST_THRESHOLD } from '@heliograph/domain/vision';
import {
  answerSchemaFor,
  LONGEST_PHOTO_ANSWER,
  PHOTO_PROMPT_VERSION,
  type PhotoAnswer,
  photoPromptOf,
  proposalOf,
} from '@heliograph/domain/vision/prompt';
import type { Actor } from '../auth/actor.ts';
import { billing } from '../budget/budget.service.ts';
import { meteredStructured, type StructuredAnswer } from '../budget/metered.ts';
import type { Deps } from '../deps.ts';
import { reader } from '../execution/reading.ts';
import { askingIn, type OpenModel, openModel } from '../provider/choices.ts';
import { defectClasses } from '../retrieval/defect-classes.ts';
import { suggestionsFor } from './suggestions.ts';

export type LookPorts = Pick<Deps, 'db' | 'now' | 'keys' | 'models' | 'environmentProvider' | 'photos' | 'readings'>;

const NOTHING: AnalysisEnd = {
  ...{ state: 'failed', problem: null, provider: null, model: null, promptVersion: PHOTO_PROMPT_VERSION, threshold: FIRST_THRESHOLD },
  ...{ confidence: null, band: null, proposal: null, suggestions: [], totalMs: 0, tokensIn: 0, tokensOut: 0, cost: 0 },
};

/** An analysis that came to nothing, before a model was asked. */
export const failed = (problem: AnalysisProblem): AnalysisEnd => ({ ...NOTHING, problem });

/** Shows a photo to the organisation's model for photos, once, and reads what it proposes. Nothing is written here but the ledger. */
export async function look(deps: LookPorts, author: Actor, work: AnalysisWork): Promise<AnalysisEnd> {
  const { threshold, photoModel, context } = await readOrg(deps.db, author, async (tx) => ({
    threshold: (await billing(tx, deps.now())).settings.photoThreshold,
    photoModel: (await askingIn(tx, deps, author)).cast.photo,
    context: await contextOf(tx, deps, { author, work }),
  }));
  if (photoModel === null) return { ...failed('no_model'), threshold };
  const dataUrl = await pictureFor(deps, author, work.photo);
  if (dataUrl === null) return { ...failed('photo'), threshold };
  const model = await openModel(deps, author, photoModel).catch(faultOf);
  if ('fault' in model) return { ...failed(model.fault), threshold };
  const answer = await ask(deps, author, { model, work, context, dataUrl });
  const { providerName, model: name } = model.choice;
  const asked = { ...NOTHING, ...paidIn(answer), threshold, provider: providerName, model: name };
  if (answer.kind === 'error') return { ...asked, problem: answer.fault };
  if (answer.kind === 'none') return { ...asked, state: 'none', problem: 'unreadable' };
  const proposal = proposalOf(answer.value, defectClasses());
  if (proposal === null) return { ...asked, state: 'none', problem: 'unsafe' };
  const confidence = confidenceOf(proposal);
  const suggestions = await suggestionsFor(deps, author, { proposal, threshold, asset: work.asset });
  return { ...asked, state: 'proposed', confidence, band: bandOf(confidence, threshold), proposal, suggestions };
}

const paidIn = ({ usage, cost }: StructuredAnswer<unknown>) => ({ tokensIn: usage.input, tokensOut: usage.output, cost });

function ask(
  deps: LookPorts,
  author: Actor,
  { model, work, context, dataUrl }: { model: OpenModel; work: AnalysisWork; context: readonly string[]; dataUrl: string },
): Promise<StructuredAnswer<PhotoAnswer>> {
  const messages = pictureMessages(photoPromptOf({ classes: defectClasses(), context, language: work.language }), dataUrl);
  const schema = answerSchemaFor(defectClasses());
  return meteredStructured(deps, author, {
    ...{ model, messages, schema, name: 'photo_analysis', purpose: 'photo', subject: work.id, longestAnswer: LONGEST_PHOTO_ANSWER },
  });
}

/** A model that cannot be opened is an analysis that failed. */
function faultOf(error: unknown): { readonly fault: AnalysisProblem } {
  if (error instanceof AppError) return { fault: error.code === 'NOT_FOUND' ? 'model' : 'key' };
  throw error;
}

/** The picture as screens show it, without the phone's own data; null where there is none for this person. */
async function pictureFor({ db, photos }: LookPorts, author: Actor, sha: PhotoHash): Promise<string | null> {
  const isVisible = await readOrg(db, author, (tx) => maySeePhoto(tx, author, sha));
  const file = isVisible ? await photos.open({ org: author.org, sha }, 'picture') : null;
  if (file === null) return null;
  const bytes = await new Response(file.bytes).arrayBuffer();
  return `data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}`;
}

/** What the photo belongs to, in words: of what the person may see themselves. No file name, no position, nobody's name. */
async function contextOf(tx: OrgTx, { readings }: LookPorts, { author, work }: { author: Actor; work: AnalysisWork }): Promise<string[]> {
  const execution = work.execution === null ? undefined : await findExecution(tx, author, work.execution);
  const assetId = work.asset ?? execution?.asset ?? null;
  const asset = assetId === null ? undefined : await findAsset(tx, author, assetId);
  const content = execution === undefined ? null : await reader(tx, readings).contentOf(execution.procedure);
  const step = stepAt(content, work.step);
  return [
    ...(asset === undefined ? [] : [`${asset.name} (${asset.type}) ${JSON.stringify(asset.attributes)}`]),
    ...(content === null ? [] : [[content.title[work.language], step?.title[work.language]].filter(Boolean).join(' · ')]),
  ];
}
