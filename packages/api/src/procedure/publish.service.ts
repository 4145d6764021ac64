import {
  decideProposal,
  endDraft,
  findDraft,
  findProposal,
  insertProcedureVersion,
  insertProposal,
  listProposals,
  listVersionsOf,
  lockProcedure,
  type OrgTx,
  readSettings,
  replaceOlderVersions,
  tellDesks,
  withOrg,
} from '@heliograph/db';
import { type ProcedureHash, type PublishedContent, procedureHash, refuse } from '@heliograph/domain';
import { type Finding, findingsOf, isError } from '@heliograph/domain/procedure/check';
import { contentOf, type ProcedureDraft } from '@heliograph/domain/procedure/draft';
import { record } from '../activity/record.ts';
import type { Doer } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { sha256 } from '../office/sha256.ts';
import { lockInUse } from './draft.service.ts';
import { surroundingOf } from './references.ts';
import { contentIn, draftIn } from './stored.ts';

type Ports = Pick<Deps, 'db' | 'now'>;

export interface PublishProcedure {
  readonly slug: string;
  /** Of the draft that was on the publisher's screen. */
  readonly revision: number;
  /** Why. */
  readonly note: string;
  /** Codes of warnings that the publisher takes upon them. */
  readonly accepted: readonly string[];
}

export type PublishOutcome =
  | { readonly kind: 'published'; readonly hash: ProcedureHash; readonly number: number }
  /** A second person has to agree first. */
  | { readonly kind: 'proposed'; readonly proposal: string; readonly hash: ProcedureHash };

/**
 * Publishes a draft as a version that never changes, or proposes it where the organisation wants a second person to agree.
 * @throws AppError INVALID `findings`, CONFLICT `warnings`, `changed`, `unchanged`, `archived`, `proposed`
 */
export const publishProcedure = ({ db, now }: Ports, doer: Doer, { slug, revision, note, accepted }: PublishProcedure): Promise<PublishOutcome> =>
  withOrg(db, doer, async (tx) => {
    await lockInUse(tx, slug);
    const draft = (await findDraft(tx, slug)) ?? refuse('NOT_FOUND');
    if (draft.revision !== revision)
      refuse('CONFLICT', { reason: 'changed', revision: draft.revision, by: draft.changedBy.name, at: draft.changedAt });
    const document = draftIn(draft.document);
    const taken = takenUpon(findingsOf(document, await surroundingOf(tx, document)), accepted);
    const content = finished(document);
    const hash = await procedureHash(content, sha256);
    if ((await listVersionsOf(tx, slug)).some((version) => version.hash === hash)) refuse('CONFLICT', { reason: 'unchanged' });
    if ((await listProposals(tx, slug)).some(({ decision }) => decision === null)) refuse('CONFLICT', { reason: 'proposed' });
    const { secondApproval } = await readSettings(tx);
    const act = { slug, content, hash, note, accepted: taken };
    if (secondApproval) return propose(tx, doer, { ...act, revision, at: now() });
    const number = await insertNext(tx, { ...act, by: doer.user, at: now() });
    await endDraft(tx, slug, now());
    await record(tx, doer, { action: 'procedure.publish', subject: { kind: 'procedure', id: slug }, details: { number, hash, note } });
    return { kind: 'published', hash, number };
  });

/** The warnings a publisher may go on with. What was not looked at stops the publication. */
function takenUpon(findings: readonly Finding[], accepted: readonly string[]): string[] {
  const errors = findings.filter(isError);
  if (errors.length > 0) refuse('INVALID', { reason: 'findings', findings: named(errors) });
  const open = findings.filter(({ code }) => !accepted.includes(code));
  if (open.length > 0) refuse('CONFLICT', { reason: 'warnings', warnings: named(open) });
  return [...new Set(findings.map(({ code }) => code))];
}

const MOST_NAMED = 50;
const named = (findings: readonly Finding[]): string[] => findings.slice(0, MOST_NAMED).map(({ code, path }) => `${code} ${path.join('.')}`.trim());

function finished(document: ProcedureDraft): PublishedContent {
  const reading = contentOf(document);
  return reading.kind === 'content' ? reading.content : refuse('INVALID', { reason: 'findings' });
}

interface Next {
  readonly slug: string;
  readonly content: PublishedContent;
  readonly hash: ProcedureHash;
  readonly note: string;
  readonly accepted: readonly string[];
  readonly by: Doer['user'];
  readonly at: number;
  readonly approved?: { readonly by: Doer['user']; readonly at: number };
}

async function insertNext(tx: OrgTx, { by, at, content, ...version }: Next): Promise<number> {
  const [newest] = await listVersionsOf(tx, version.slug);
  const number = (newest?.number ?? 0) + 1;
  const stepIds = content.steps.map(({ id }) => id);
  await insertProcedureVersion(tx, { ...version, content, stepIds, number, publishedAt: at, publishedBy: by });
  await replaceOlderVersions(tx, version.slug, { by: version.hash, at });
  return number;
}

async function propose(tx: OrgTx, doer: Doer, { at, ...proposal }: Omit<Next, 'by' | 'approved'> & { revision: number }): Promise<PublishOutcome> {
  const id = crypto.randomUUID();
  await insertProposal(tx, { ...proposal, id, proposedBy: doer.user, proposedAt: at });
  const { slug, hash, note } = proposal;
  await record(tx, doer, { action: 'procedure.propose', subject: { kind: 'procedure', id: slug }, details: { hash, note } });
  await tellDesks(tx);
  return { kind: 'proposed', proposal: id, hash };
}

/**
 * A second person agrees: the content proposed becomes the next version, whatever was written since.
 * @throws AppError NOT_ALLOWED `own`, CONFLICT `decided`, `archived`, `unchanged`
 */
export const approveProposal = ({ db, now }: Ports, doer: Doer, { slug, proposal }: { slug: string; proposal: string }): Promise<PublishOutcome> =>
  withOrg(db, doer, async (tx) => {
    await lockInUse(tx, slug);
    const found = await waiting(tx, doer, { slug, proposal });
    if ((await listVersionsOf(tx, slug)).some(({ hash }) => hash === found.hash)) refuse('CONFLICT', { reason: 'unchanged' });
    const content = contentIn(found.content);
    const approved = { by: doer.user, at: now() };
    const { hash, note, accepted, proposedBy } = found;
    await decideProposal(tx, proposal, { decision: 'approved', ...approved, reason: null });
    const number = await insertNext(tx, { slug, content, hash, note, accepted, by: proposedBy.id, at: now(), approved });
    if ((await findDraft(tx, slug))?.revision === found.revision) await endDraft(tx, slug, now());
    const details = { number, hash, note, proposedBy: proposedBy.name };
    await record(tx, doer, { action: 'procedure.publish', subject: { kind: 'procedure', id: slug }, details });
    return { kind: 'published', hash, number };
  });

/** A second person refuses, and says why; whoever proposed may take it back. The draft stays. @throws AppError CONFLICT `decided` */
export const rejectProposal = (
  { db, now }: Ports,
  doer: Doer,
  { slug, proposal, reason }: { slug: string; proposal: string; reason: string },
): Promise<{ slug: string }> =>
  withOrg(db, doer, async (tx) => {
    (await lockProcedure(tx, slug)) ?? refuse('NOT_FOUND');
    const found = (await findProposal(tx, proposal)) ?? refuse('NOT_FOUND');
    if (found.slug !== slug) refuse('NOT_FOUND');
    const decision = found.proposedBy.id === doer.user ? 'withdrawn' : 'rejected';
    if (!(await decideProposal(tx, proposal, { decision, by: doer.user, at: now(), reason }))) refuse('CONFLICT', { reason: 'decided' });
    await record(tx, doer, { action: 'procedure.reject', subject: { kind: 'procedure', id: slug }, details: { hash: found.hash, reason, decision } });
    await tellDesks(tx);
    return { slug };
  });

async function waiting(tx: OrgTx, { user }: Doer, { slug, proposal }: { slug: string; proposal: string }) {
  const found = (await findProposal(tx, proposal)) ?? refuse('NOT_FOUND');
  if (found.slug !== slug) refuse('NOT_FOUND');
  if (found.decision !== null) refuse('CONFLICT', { reason: 'decided' });
  if (found.proposedBy.id === user) refuse('NOT_ALLOWED', { reason: 'own' });
  return found;
}
