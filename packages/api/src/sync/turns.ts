import type { OrganisationId } from '@heliograph/domain';

/** Work that looks at everything there is in an organisation: one at a time in this process, and however often it is asked for meanwhile, once more. */
export interface Turns {
  /** @param run never throws: what is asked for while it runs would be lost with it */
  take(org: OrganisationId, run: () => Promise<void>): Promise<void>;
}

export function createTurns(): Turns {
  const running = new Map<OrganisationId, { isAsked: boolean }>();
  return {
    async take(org, run) {
      const turn = running.get(org);
      // Whoever runs may have read already what is asked about: they go once more.
      if (turn !== undefined) {
        turn.isAsked = true;
        return;
      }
      const own = { isAsked: true };
      running.set(org, own);
      try {
        while (own.isAsked) {
          own.isAsked = false;
          await run();
        }
      } finally {
        running.delete(org);
      }
    },
  };
}
