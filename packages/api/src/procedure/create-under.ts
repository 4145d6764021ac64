import { AppError } from '@heliograph/domain';
import type { ProcedureDraft } from '@heliograph/domain/procedure/draft';
import type { Doer } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { createProcedure, type OpenDraft } from './draft.service.ts';

const MOST_TRIES = 50;
const LONGEST = 74;

/** Makes a draft under the code it asks for, else under the first free one like it: `releve`, `releve-2`. */
export async function createUnder(ports: Pick<Deps, 'db' | 'now'>, doer: Doer, document: ProcedureDraft): Promise<OpenDraft> {
  for (let n = 1; ; n++) {
    const slug = n === 1 ? document.slug : `${document.slug.slice(0, LONGEST)}-${n}`;
    try {
      return await createProcedure(ports, doer, { slug, document });
    } catch (error) {
      if (n === MOST_TRIES || !(error instanceof AppError) || error.details['reason'] !== 'code_taken') throw error;
    }
  }
}
