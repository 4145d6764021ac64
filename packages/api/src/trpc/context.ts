import type { SignedIn } from '../auth/session.ts';
import type { Deps } from '../deps.ts';
import type { Caller } from '../http/request.ts';

/** What every door of tRPC is given. */
export interface Context {
  readonly deps: Deps;
  readonly caller: Caller;
  readonly cookies: string | null;
  readonly signedIn: SignedIn | null;
  setCookie(cookie: string): void;
}
