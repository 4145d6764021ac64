import type { Sender } from '@heliograph/sync/server';

/** Who acts, from the session alone: organisation, person, role, and whether they may only deliver. The exchange knows the same person as its sender. */
export type Actor = Sender;

/** Somebody who changes something, with the shortened network address that the record of acts keeps. */
export interface Doer extends Actor {
  readonly network: string;
}
