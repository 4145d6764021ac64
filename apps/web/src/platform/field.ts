import type { ExecutionId, OperationId, PhotoHash } from '@heliograph/domain';
import {
  askPersistence,
  beginFreshLog,
  CACHE_SCHEMA,
  deleteCaches,
  deleteFiles,
  type Field,
  type Link,
  listenForWakes,
  openField,
  openSentinel,
  readPhoto,
} from '@heliograph/offline';
import { settleAside } from '@heliograph/sync/phone';
import { BUILD } from './build.ts';
import { favouritesOf } from './favourites.ts';
import { noteFailure, watchHealth } from './health.ts';
import type { Identity } from './identity.ts';
import { type FileKeeper, startFileKeeper } from './kept-files.ts';
import { type ProcedureLoader, startProcedureLoader } from './procedures.ts';
import { cell, type Readable } from './readable.ts';
import { endedByServer, endSession, isShut, refresh, session } from './session.ts';
import { idle, settled } from './settled.ts';

/** One person's phone, open. */
export interface OpenField extends Field {
  readonly identity: Identity;
  readonly procedures: ProcedureLoader;
  /** Pictures and documents of what is kept at hand. */
  readonly files: FileKeeper['files'];
  readonly keptFiles: FileKeeper['kept'];
  /** A photo taken on this phone; null once its bytes were freed, or where it never was here. */
  photoBytes(sha: PhotoHash): Promise<Blob | null>;
  /** Keeps what is typed at a place and not recorded yet; null: nothing is (H36). Resolves when it is on the disk. */
  saveDraft(x: ExecutionId, s: string, value: unknown): Promise<void>;
  /** Undefined where nothing was kept. */
  readDraft(x: ExecutionId, s: string): Promise<unknown>;
  /** A person has dealt with a record that the server rejected: it stays here and asks for nobody any more. */
  settle(id: OperationId): Promise<void>;
}

/** `failed`: this phone's memory cannot be opened; the rescue page says what can be done. */
export type FieldState =
  | { readonly kind: 'nobody' | 'opening' }
  | { readonly kind: 'open'; readonly field: OpenField }
  | { readonly kind: 'failed'; readonly error: unknown };

const held = cell<FieldState>({ kind: 'nobody' });
export const fieldState: Readable<FieldState> = held;

/** Whose memory is open, or being opened. */
let owner: Identity | null = null;
let end = (): void => undefined;

/** Opens the phone's memory of whoever is signed in, and another one when that changes. Returns what ends it. */
export function startField(): () => void {
  const unsubscribe = session.subscribe(follow);
  follow();
  return () => {
    unsubscribe();
    close();
  };
}

function follow(): void {
  const now = session.get();
  if (now.kind === 'nobody') return close();
  if (owner !== null && isSame(owner, now.identity)) return goOn(now.identity, now.isOver);
  close();
  owner = now.identity;
  void open(now.identity);
}

const isSame = (a: Identity, b: Identity): boolean => a.org.id === b.org.id && a.user.id === b.user.id;

/** The same person with a new role, or a new session: what waited may go. */
function goOn(identity: Identity, isOver: boolean): void {
  const shown = held.get();
  if (shown.kind !== 'open') return;
  if (shown.field.identity !== identity) held.set({ kind: 'open', field: { ...shown.field, identity } });
  if (!isOver) shown.field.sender.wake('tap');
}

async function open(identity: Identity): Promise<void> {
  const [org, user] = [identity.org.id, identity.user.id];
  const isStill = () => owner !== null && isSame(owner, identity);
  held.set({ kind: 'opening' });
  try {
    const isVisible = () => document.visibilityState === 'visible';
    const begin = settled();
    const session = nextPageLoad();
    const isCutOff = () => !navigator.onLine;
    const ground = { build: BUILD, session, settled: begin, isVisible, isCutOff, onTrouble: noteFailure, link: linkOf(navigator) };
    const field = await openField({ owner: { org, user }, ...ground });
    if (!isStill()) return field.close();
    const procedures = startProcedureLoader({ org, user }, field.view, begin);
    const keeper = startFileKeeper({ owner: { org, user }, view: field.view, favourites: favouritesOf(user), begin });
    const ends = [
      listenForWakes(field.sender, window, document),
      field.sender.state.subscribe(() => heed(field)),
      watchHealth(field),
      procedures.close,
      keeper.close,
      field.close,
    ];
    end = () => {
      for (const one of ends) one();
    };
    held.set({ kind: 'open', field: { ...field, ...memoryOf(field), procedures, files: keeper.files, keptFiles: keeper.kept, identity } });
    void askPersistence(navigator.storage);
    // Only browsers made of Chromium describe themselves so, and only their log may end in half a record. A full phone goes on with the one it has.
    if ('userAgentData' in navigator) begin.then(() => beginFreshLog(idle)).catch(() => undefined);
  } catch (error) {
    if (isStill()) held.set({ kind: 'failed', error });
  }
}

/** No browser but Chromium says what network it is on. */
const linkOf = (browser: Navigator & { readonly connection?: Link }): Link | undefined => browser.connection;

function memoryOf({ view: { outbox } }: Field): Pick<OpenField, 'photoBytes' | 'saveDraft' | 'readDraft' | 'settle'> {
  return {
    photoBytes: (sha) => readPhoto(outbox, sha),
    saveDraft: (x, s, value) => {
      const at = Date.now();
      return outbox.write((tx) => (value === null ? tx.deleteDraft(x, s) : tx.putDraft({ x, s, value, at })));
    },
    readDraft: async (x, s) => (await outbox.read((tx) => tx.draft(x, s)))?.value,
    settle: (id) => {
      const at = Date.now();
      return outbox.write((tx) => settleAside(tx, id, at));
    },
  };
}

/** What the server said to the sender holds for the whole app. */
function heed({ sender }: Field): void {
  const state = sender.state.get();
  if (state.kind === 'stopped' && (state.why === 'signed_out' || state.why === 'wrong_user')) endedByServer();
  const now = session.get();
  // Another tab signed in again, or the office let the person in: what was over is not any more.
  if (state.kind === 'resting' && now.kind === 'person' && (now.isOver || isShut.get())) void refresh();
}

function close(): void {
  end();
  end = () => undefined;
  owner = null;
  held.set({ kind: 'nobody' });
}

/** Page loads on this device, growing: it orders what one device shows. */
function nextPageLoad(): number {
  const next = Number(localStorage.getItem('heliograph.page-loads') ?? '0') + 1;
  localStorage.setItem('heliograph.page-loads', String(next));
  return next;
}

/**
 * Signs out on this device. Work that was not sent stays sealed under its author and goes when they sign in again; what can be fetched again is deleted.
 * Ask first where `unsent` counts anything: send now, keep, export (H19).
 */
export async function leave(): Promise<void> {
  const shown = held.get();
  if (shown.kind !== 'open') return endSession();
  const { phone, identity } = shown.field;
  const owner = { org: identity.org.id, user: identity.user.id };
  const waiting = await phone.waiting();
  // Who signs in next is told how much lies here.
  if (waiting !== null) await openSentinel(owner).write(waiting.meta, waiting.photos);
  await endSession();
  const isEmpty = waiting !== null && waiting.ops === 0 && waiting.photos === 0;
  await Promise.all([deleteCaches(owner, isEmpty ? null : CACHE_SCHEMA), deleteFiles(owner)]);
}
