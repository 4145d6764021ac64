import type { Sender } from '@heliograph/sync/server';

/** Who acts, from the session alone: organisation, person, role, and whether they may only deliver. The exchange knows the same person as its sender. */
export type Actor = Sender;
