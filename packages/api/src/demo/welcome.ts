import { findFact, withLookup } from '@heliograph/db';
import type { Deps } from '../deps.ts';
import { needsSetup } from '../setup/setup.service.ts';
import { CAST, DEMO, DEMO_PASSWORD, OTHER, OTHER_CAST } from './cast.ts';
import { TOLD } from './ensure-demo.ts';

export interface Welcome {
  /** Nobody has begun yet: the first page asks for the code that the server printed. */
  readonly setup: boolean;
  /** The demonstration's accounts, only where the demonstration was seeded; they are part of the public contract and no secret. */
  readonly demo: null | {
    readonly password: string;
    readonly accounts: readonly { readonly email: string; readonly name: string; readonly role: string; readonly organisation: string }[];
  };
}

/** What the sign-in page may say before anybody has signed in. */
export async function welcome({ db }: Pick<Deps, 'db'>): Promise<Welcome> {
  const wasTold = (await withLookup(db, (tx) => findFact(tx, TOLD))) !== undefined;
  if (!wasTold) return { demo: null, setup: await needsSetup({ db }) };
  const accounts = [
    ...Object.values(CAST).map((person) => ({ person, organisation: DEMO.name })),
    ...Object.values(OTHER_CAST).map((person) => ({ person, organisation: OTHER.name })),
  ].map(({ person: { email, name, role }, organisation }) => ({ email, name, role, organisation }));
  return { setup: false, demo: { password: DEMO_PASSWORD, accounts } };
}
