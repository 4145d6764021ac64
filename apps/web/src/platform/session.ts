import { IDENTITY, type Identity, identitySchema, readIdentity, writeIdentity } from './identity.ts';
import { followAccount } from './preference-sync.ts';
import { isLanguage, readAs, wished } from './preferences.ts';
import { cell, type Readable, useReadable } from './readable.ts';
import { mutate, type Output, query, RpcError, signedOutAnswers } from './rpc.ts';

/** `isOver`: the server wants a new sign-in before it takes anything. Recording goes on; nothing leaves the queue. */
export type Session = { readonly kind: 'nobody' } | { readonly kind: 'person'; readonly identity: Identity; readonly isOver: boolean };

const NOBODY: Session = { kind: 'nobody' };
const held = cell<Session>(NOBODY);
export const session: Readable<Session> = held;
export const useSession = (): Session => useReadable(held);

const shut = cell(false);
/** The server takes what was recorded and tells nothing any more: the person was suspended, or this session was closed elsewhere. */
export const isShut: Readable<boolean> = shut;

/** A sign-out that the server has not heard of yet. */
const UNTOLD = 'heliograph.sign-out-untold';

/** Takes up whoever was at work on this device, offline too, and follows sign-ins and sign-outs in other tabs. Returns what ends it. */
export function startSession(): () => void {
  take(readIdentity());
  const over = new AbortController();
  addEventListener('storage', ({ key }) => key === IDENTITY && take(readIdentity()), { signal: over.signal });
  addEventListener('online', () => void refresh(), { signal: over.signal });
  const ends = [signedOutAnswers.subscribe(endedByServer), wished.subscribe(tellSoon)];
  void refresh();
  return () => {
    over.abort();
    clearTimeout(telltale);
    for (const end of ends) end();
  };
}

/** Somebody trying one text size after the other is told of once. */
const HESITATION_MS = 600;
let telltale: ReturnType<typeof setTimeout> | undefined;

function tellSoon(): void {
  clearTimeout(telltale);
  telltale = setTimeout(() => void refresh(), HESITATION_MS);
}

function take(identity: Identity | null): void {
  if (identity === null) held.set(NOBODY);
  else if (!isHeld(identity)) held.set({ kind: 'person', identity, isOver: false });
  readAs(identity?.user.id ?? null, isLanguage(identity?.user.language) ? identity.user.language : null);
}

/** The same person with the same rights is the same object: nothing on screen moves because the server said it again. */
function isHeld(identity: Identity): boolean {
  const now = held.get();
  return now.kind === 'person' && !now.isOver && JSON.stringify(now.identity) === JSON.stringify(identity);
}

/** The server said that the session is over, in whichever answer. */
export function endedByServer(): void {
  const now = held.get();
  if (now.kind === 'person' && !now.isOver) held.set({ ...now, isOver: true });
}

/** Asks the server who we are; what it does not answer changes nothing. */
export async function refresh(): Promise<void> {
  const before = held.get();
  try {
    if (before.kind === 'nobody') return await tellSignOut();
    const identity = identityOf(await query('auth.me'));
    // The cookie may be a colleague's, left in this browser by another tab: their answers are not ours.
    if (identity.user.id !== before.identity.user.id || identity.org.id !== before.identity.org.id) return endedByServer();
    keep(identity);
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
    if (error.details['reason'] === 'deliver_only') shut.set(true);
  }
}

function keep(identity: Identity): void {
  writeIdentity(identity);
  take(identity);
  shut.set(false);
  // Not reached: what was chosen here waits for the next time.
  followAccount(identity.user.id).catch(() => undefined);
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Id, where the server asked which one. */
  readonly organisation?: string | undefined;
}

export type SignInOutcome =
  | { readonly kind: 'signed_in'; readonly identity: Identity }
  | { readonly kind: 'choose'; readonly organisations: readonly { readonly id: string; readonly name: string }[] }
  | { readonly kind: 'refused'; readonly error: RpcError };

/** Opens a session. Never throws for what server or network do. @param kind decides how long it lasts: a phone in the field must not be locked out */
export async function signIn(credentials: Credentials, kind: 'phone' | 'desktop'): Promise<SignInOutcome> {
  try {
    // An answer to the sign-out before would take the new cookie along.
    await telling;
    const answer = await mutate('auth.signIn', { ...credentials, device: { kind, label: deviceLabel(navigator.userAgent) } });
    if (answer.kind === 'choose') return answer;
    const identity = identityOf(answer);
    localStorage.removeItem(UNTOLD);
    keep(identity);
    return { kind: 'signed_in', identity };
  } catch (error) {
    if (error instanceof RpcError) return { kind: 'refused', error };
    throw error;
  }
}

/** Forgets who was at work here. What they have not sent stays, sealed, for when they sign in again; see `leave` in `field.ts`. */
export async function endSession(): Promise<void> {
  localStorage.setItem(UNTOLD, '1');
  writeIdentity(null);
  take(null);
  telling = tellSignOut().catch(() => undefined);
  await telling;
}

let telling: Promise<void> = Promise.resolve();

async function tellSignOut(): Promise<void> {
  if (localStorage.getItem(UNTOLD) === null) return;
  await mutate('auth.signOut', undefined);
  localStorage.removeItem(UNTOLD);
}

/** Read through the same schema as the stored one: an older server says less. */
const identityOf = ({ organisation, ...me }: Output<'auth.me'>): Identity => identitySchema.parse({ ...me, org: organisation });

/** `Chrome · Android`: enough to recognise a session in a list. */
export function deviceLabel(userAgent: string): string {
  const first = (names: Readonly<Record<string, string>>) => Object.entries(names).find(([mark]) => userAgent.includes(mark))?.[1];
  return [first(BROWSERS), first(SYSTEMS)].filter((name) => name !== undefined).join(' · ');
}

/** Most browsers call themselves Chrome and Safari too, and Android is a Linux: the more particular name comes first. */
const BROWSERS = {
  'Firefox/': 'Firefox',
  'Edg/': 'Edge',
  'OPR/': 'Opera',
  'SamsungBrowser/': 'Samsung Internet',
  'CriOS/': 'Chrome',
  'Chrome/': 'Chrome',
  'Safari/': 'Safari',
};
const SYSTEMS = { Android: 'Android', iPhone: 'iPhone', iPad: 'iPad', Windows: 'Windows', Macintosh: 'Mac', Linux: 'Linux' };
