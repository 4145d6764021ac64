import { createHash } from 'node:crypto';
import {
  type Database,
  deletePassages,
  insertPassages,
  lastLibraryChange,
  listApprovedTips,
  listLibrary,
  listPassageDocuments,
  lockPassageState,
  type OrgTx,
  type PassageDocument,
  readPassageState,
  readProcedures,
  settlePassageState,
  withOrg,
} from '@heliograph/db';
import { type OrganisationId, type ProcedureHash, readProcedure } from '@heliograph/domain';
import { type Passage, passageOfDefect, passageOfTip, passagesOfProcedure } from '@heliograph/domain/assistant/grounding';
import { defectClasses } from './defect-classes.ts';

/** Of the rules by which passages are made: a change here makes all of them again. */
const VERSION = '1';

type Stamped = Passage & { readonly stamp: string };

interface Wanted extends PassageDocument {
  passages(): Promise<readonly Passage[]>;
}

/** How many passages the library has; null where they are behind what is published now. */
export async function currentPassages(tx: OrgTx): Promise<number | null> {
  const state = await readPassageState(tx);
  return state !== null && state.version === VERSION && state.seen >= state.last ? state.passages : null;
}

/**
 * Brings the passages to what is published now. They follow the same counter as phones do, so whatever publishes, withdraws or removes need not know
 * of them.
 */
export const followLibrary = (db: Database, whose: { org: OrganisationId }): Promise<void> => withOrg(db, whose, follow);

async function follow(tx: OrgTx): Promise<void> {
  const state = await lockPassageState(tx);
  const seen = await lastLibraryChange(tx);
  const wanted = [...(await procedures(tx)), ...(await tips(tx)), ...defects()];
  const held = await listPassageDocuments(tx);
  const keyOf = ({ kind, ref, stamp }: PassageDocument) => `${kind} ${ref} ${stamp} ${VERSION}`;
  const isCurrent = new Set(state.version === VERSION ? wanted.map(keyOf) : []);
  const gone = held.filter((document) => !isCurrent.has(keyOf(document)));
  const kept = new Set(held.filter((document) => isCurrent.has(keyOf(document))).map(keyOf));
  await deletePassages(tx, gone);
  const made: Stamped[] = [];
  for (const document of wanted.filter((one) => !kept.has(keyOf(one))))
    made.push(...(await document.passages()).map((passage) => ({ ...passage, stamp: document.stamp })));
  await insertPassages(tx, made);
  await settlePassageState(tx, { seen, version: VERSION });
}

async function procedures(tx: OrgTx): Promise<Wanted[]> {
  const library = await listLibrary(tx);
  return library.map(({ slug, hash }) => ({ kind: 'procedure', ref: slug, stamp: hash, passages: () => passagesOfVersion(tx, hash) }));
}

async function passagesOfVersion(tx: OrgTx, hash: ProcedureHash): Promise<Passage[]> {
  const [version] = await readProcedures(tx, [hash]);
  const content = readProcedure(version?.content);
  // One that this build cannot read is not lied about: it is found by a newer build.
  return content === null ? [] : passagesOfProcedure(content);
}

async function tips(tx: OrgTx): Promise<Wanted[]> {
  const all = await listApprovedTips(tx);
  return all.map((tip) => ({ kind: 'tip', ref: tip.id, stamp: stampOf(tip), passages: async () => [passageOfTip(tip)] }));
}

const defects = (): Wanted[] =>
  defectClasses().map((defect) => ({ kind: 'defect', ref: defect.code, stamp: stampOf(defect), passages: async () => [passageOfDefect(defect)] }));

const stampOf = (content: object): string => createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
