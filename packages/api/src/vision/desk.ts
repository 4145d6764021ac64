import type { OrganisationId } from '@heliograph/domain';

/** Looks at photos side by side, in this process and for one organisation: a phone back from a day offline must not take every answer of the provider. */
const AT_ONCE = 3;

/** Where analyses are taken up. Nobody waits for it. */
export interface AnalysisDesk {
  /** Somebody has put work down. @param takeOne does one piece of it; false where none is left */
  knock(org: OrganisationId, takeOne: () => Promise<boolean>): Promise<void>;
}

export function createDesk(): AnalysisDesk {
  const desks = new Map<OrganisationId, { at: number; knocked: boolean }>();
  return {
    async knock(org, takeOne) {
      const desk = desks.get(org) ?? { at: 0, knocked: false };
      desks.set(org, desk);
      // Told to those at work too: what was put down just after they looked is not left lying.
      desk.knocked = true;
      if (desk.at >= AT_ONCE) return;
      desk.at += 1;
      try {
        while (desk.knocked) {
          desk.knocked = false;
          while (await takeOne());
        }
      } finally {
        desk.at -= 1;
        if (desk.at === 0) desks.delete(org);
      }
    },
  };
}
