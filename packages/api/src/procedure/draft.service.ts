import {
  type Draft,
  type DraftHead,
  endDraft,
  findDraft,
  findDraftHead,
  findProcedure,
  insertProcedure,
  lastRevision,
  listPresent,
  listVersionsOf,
  lockProcedure,
  markPresent,
  type Named,
  type OrgTx,
  type ProcedureRow,
  readOrg,
  readProcedures,
  slugsBeginning,
  saveDraft as storeDraft,
  tellDesks,
  withOrg,
} from '@heliograph/db';
import { isStorable, type Localized, type ProcedureHash, refuse, slugOf } from '@heliograph/domain';
import { type Finding, findingsOf } from '@heliograph/domain/procedure/check';
import { emptyDraft, type ProcedureDraft } from '@heliograph/domain/procedure/draft';
import { draftFromList, type ListedProcedure } from '@heliograph/domain/procedure/listed';
import { record } from '../activity/record.ts';
import type { Actor, Doer } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { surroundingOf } from './references.ts';
import { draftFrom, draftIn } from './stored.ts';

type Ports = Pick<Deps, 'db' | 'now'>;

/** What a procedure is made of: a draft's document, or a plain list of steps from another tool. Nothing: an empty draft. */
export interface DraftSource {
  readonly document?: ProcedureDraft | undefined;
  readonly list?: ListedProcedure | undefined;
}

export interface CreateProcedure extends DraftSource {
  readonly slug?: string | undefined;
  readonly title?: Localized | undefined;
}

export interface UpdateProcedure extends DraftSource {
  readonly slug: string;
  /** The one it was made from; left out where nobody had a draft. */
  readonly revision?: number | undefined;
}

/** A draft as its editor holds it. */
export interface OpenDraft extends Omit<Draft, 'document' | 'changedBy' | 'changedAt'> {
  readonly document: ProcedureDraft;
  readonly changedBy: Named | null;
  /** ms; null where nobody has changed anything since the version was published. */
  readonly changedAt: number | null;
}

/** Makes a procedure with its first draft. @throws AppError CONFLICT `code_taken` */
export const createProcedure = ({ db, now }: Ports, doer: Doer, { slug, title, ...source }: CreateProcedure): Promise<OpenDraft> =>
  withOrg(db, doer, async (tx) => {
    const name = source.list?.title ?? title ?? source.document?.title;
    const code = slug ?? (await freeSlug(tx, typeof name === 'string' ? name : name?.fr || name?.en || ''));
    await claim(tx, code, { by: doer.user, at: now() });
    const document = documentOf(code, source, title);
    await storeDraft(tx, { slug: code, document, revision: 1, base: null, by: doer.user, at: now() });
    await note(tx, doer, { slug: code, action: 'procedure.create', title: document.title });
    return openedDraft(tx, code);
  });

/** Replaces the whole draft from outside; nothing of somebody else's is written over unseen. @throws AppError CONFLICT `changed`, `archived` */
export const updateProcedure = ({ db, now }: Ports, doer: Doer, { slug, revision, ...source }: UpdateProcedure): Promise<OpenDraft> =>
  withOrg(db, doer, async (tx) => {
    await lockInUse(tx, slug);
    const before = await openedDraft(tx, slug);
    if (before.revision !== (revision ?? 0))
      refuse('CONFLICT', { reason: 'changed', revision: before.revision, by: before.changedBy?.name ?? null, at: before.changedAt });
    const document = documentOf(slug, source);
    await storeDraft(tx, { slug, document, revision: (await lastRevision(tx, slug)) + 1, base: before.base, by: doer.user, at: now() });
    await note(tx, doer, { slug, action: 'procedure.update', title: document.title });
    return openedDraft(tx, slug);
  });

function documentOf(slug: string, { document, list }: DraftSource, title?: Localized): ProcedureDraft {
  const made = list === undefined ? (document ?? { ...emptyDraft(slug), ...(title === undefined ? {} : { title }) }) : draftFromList(slug, list);
  if (!isStorable(made)) refuse('INVALID', { reason: 'text' });
  return { ...made, slug };
}

/** The draft of a procedure; where nobody writes one, what a first save would begin from. */
export const openDraft = ({ db }: Pick<Deps, 'db'>, actor: Actor, slug: string): Promise<OpenDraft> =>
  readOrg(db, actor, (tx) => openedDraft(tx, slug));

/** The same inside a transaction. */
export async function openedDraft(tx: OrgTx, slug: string): Promise<OpenDraft> {
  const draft = await findDraft(tx, slug);
  if (draft !== undefined) return { ...draft, document: draftIn(draft.document) };
  const [newest] = await listVersionsOf(tx, slug);
  const [version] = newest === undefined ? [] : await readProcedures(tx, [newest.hash]);
  if (version === undefined) return refuse('NOT_FOUND');
  const document = draftFrom(version.content);
  return { slug, document, revision: 0, base: version.hash, changedAt: null, changedBy: null };
}

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly revision: number; readonly at: number }
  /** Somebody else was faster: theirs stands, and the late words are still with whoever wrote them. */
  | { readonly kind: 'late'; readonly draft: OpenDraft }
  /** The draft was published or put aside meanwhile. */
  | { readonly kind: 'gone'; readonly draft: OpenDraft | null; readonly archived: boolean };

export interface SaveDraft {
  readonly slug: string;
  /** The one the editor began from; 0 where nobody had a draft. */
  readonly revision: number;
  readonly document: ProcedureDraft;
}

/** Keeps what an editor holds, if it is the next state of what the editor saw. Made to be called every few seconds. */
export const saveDraft = ({ db, now }: Ports, doer: Doer, { slug, revision, document }: SaveDraft): Promise<SaveOutcome> =>
  withOrg(db, doer, async (tx): Promise<SaveOutcome> => {
    if (!isStorable(document)) refuse('INVALID', { reason: 'text' });
    const procedure = (await lockProcedure(tx, slug)) ?? refuse('NOT_FOUND');
    const head = await findDraftHead(tx, slug);
    if (procedure.archivedAt !== null || (head === undefined && revision > 0)) return gone(tx, procedure);
    if (head !== undefined && head.revision !== revision) return { kind: 'late', draft: await openedDraft(tx, slug) };
    const base = head === undefined ? await newestHash(tx, slug) : head.base;
    const saved = { revision: (await lastRevision(tx, slug)) + 1, at: now() };
    await storeDraft(tx, { slug, document: { ...document, slug }, base, by: doer.user, ...saved });
    if (head === undefined) await tellDesks(tx);
    return { kind: 'saved', ...saved };
  });

async function gone(tx: OrgTx, { slug, archivedAt }: ProcedureRow): Promise<SaveOutcome> {
  const isThere = (await findDraftHead(tx, slug)) !== undefined || (await newestHash(tx, slug)) !== null;
  return { kind: 'gone', draft: isThere ? await openedDraft(tx, slug) : null, archived: archivedAt !== null };
}

const newestHash = async (tx: OrgTx, slug: string): Promise<ProcedureHash | null> => (await listVersionsOf(tx, slug))[0]?.hash ?? null;

/** Puts a draft aside: the published version stays what it is. @throws AppError CONFLICT `changed`, `unpublished` */
export const discardDraft = ({ db, now }: Ports, doer: Doer, { slug, revision }: { slug: string; revision: number }): Promise<{ slug: string }> =>
  withOrg(db, doer, async (tx) => {
    (await lockProcedure(tx, slug)) ?? refuse('NOT_FOUND');
    const head = (await findDraftHead(tx, slug)) ?? refuse('NOT_FOUND');
    if (head.revision !== revision) refuse('CONFLICT', { reason: 'changed', revision: head.revision, by: head.changedBy.name, at: head.changedAt });
    if ((await newestHash(tx, slug)) === null) refuse('CONFLICT', { reason: 'unpublished' });
    await endDraft(tx, slug, now());
    await record(tx, doer, { action: 'procedure.discard', subject: { kind: 'procedure', id: slug } });
    await tellDesks(tx);
    return { slug };
  });

/** How long after a sign of life somebody counts as having the draft open. */
const PRESENT = 45_000;

export interface Attendance {
  readonly head: DraftHead | null;
  /** Who else has it open just now. */
  readonly others: readonly Named[];
}

/** Says that the editor is open here, and learns who else has it open and how far the draft is. */
export const attend = ({ db, now }: Ports, actor: Actor, slug: string): Promise<Attendance> =>
  withOrg(db, actor, async (tx) => {
    (await findProcedure(tx, slug)) ?? refuse('NOT_FOUND');
    await markPresent(tx, slug, { user: actor.user, at: now() });
    return {
      head: (await findDraftHead(tx, slug)) ?? null,
      others: await listPresent(tx, slug, { but: actor.user, since: now() - PRESENT }),
    };
  });

/** A copy of a procedure as a new draft: of its draft where there is one, of its newest version else. */
export const duplicateProcedure = (
  { db, now }: Ports,
  doer: Doer,
  { slug, as, title }: { slug: string; as?: string | undefined; title?: Localized | undefined },
): Promise<OpenDraft> =>
  withOrg(db, doer, async (tx) => {
    const { document } = await openedDraft(tx, slug);
    const code = as ?? (await freeSlug(tx, slug));
    await claim(tx, code, { by: doer.user, at: now() });
    const copy = { ...document, slug: code, title: title ?? { fr: `${document.title.fr} (copie)`, en: `${document.title.en} (copy)` } };
    await storeDraft(tx, { slug: code, document: copy, revision: 1, base: null, by: doer.user, at: now() });
    await note(tx, doer, { slug: code, action: 'procedure.create', title: copy.title, of: slug });
    return openedDraft(tx, code);
  });

/** Everything there is to say about the draft before it is published. */
export const checkDraft = ({ db }: Pick<Deps, 'db'>, actor: Actor, slug: string): Promise<readonly Finding[]> =>
  readOrg(db, actor, async (tx) => {
    const { document } = await openedDraft(tx, slug);
    return findingsOf(document, await surroundingOf(tx, document));
  });

/** A procedure nobody has archived, held until the transaction ends. */
export async function lockInUse(tx: OrgTx, slug: string): Promise<ProcedureRow> {
  const procedure = (await lockProcedure(tx, slug)) ?? refuse('NOT_FOUND');
  if (procedure.archivedAt !== null) refuse('CONFLICT', { reason: 'archived' });
  return procedure;
}

/** Words that the office's own addresses use. */
const RESERVED: ReadonlySet<string> = new Set(['import', 'new']);

async function claim(tx: OrgTx, slug: string, { by, at }: { by: Doer['user']; at: number }): Promise<void> {
  if (RESERVED.has(slug) || !(await insertProcedure(tx, { slug, by, at }))) refuse('CONFLICT', { reason: 'code_taken', code: slug });
}

async function freeSlug(tx: OrgTx, title: string): Promise<string> {
  const name = title.trim() === '' ? 'procedure' : slugOf(title);
  const taken = await slugsBeginning(tx, name);
  let slug = name;
  for (let n = 2; taken.has(slug) || RESERVED.has(slug); n++) slug = `${name}-${n}`;
  return slug;
}

interface Noted {
  readonly slug: string;
  readonly action: 'procedure.create' | 'procedure.update';
  readonly title: Localized;
  readonly of?: string;
}

async function note(tx: OrgTx, doer: Doer, { slug, action, ...details }: Noted): Promise<void> {
  await record(tx, doer, { action, subject: { kind: 'procedure', id: slug }, details: { ...details, title: details.title.fr || details.title.en } });
  await tellDesks(tx);
}
