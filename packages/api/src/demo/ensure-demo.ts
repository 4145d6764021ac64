import { findFact, hasOrganisations, settleFact, withLookup } from '@heliograph/db';
import type { Deps } from '../deps.ts';
import { lookAtPhotos } from './analyses.ts';
import { CAST, DEMO, OTHER, OTHER_CAST } from './cast.ts';
import { CHAPTERS, OTHER_CHAPTERS } from './chapters.ts';
import { writeFieldTips } from './field-tips.ts';
import { starterLibrary } from './library.ts';
import { planAhead } from './planned.ts';
import { ditchling, garrigues, mermoz, valensole } from './plants.ts';
import { seedOrganisation } from './seed-organisation.ts';
import { type Stage, tell } from './story.ts';
import { tellTalks } from './tell-talks.ts';

const BEGUN = 'demonstration_begun';
/** Settled once the whole story is there. */
export const TOLD = 'demonstration_told';

/**
 * Fills an empty database with the demonstration organisations; goes on where a start that was cut short had stopped.
 * A database that somebody else's work began in is never touched.
 */
export async function ensureDemo(deps: Deps, say: (message: string) => void): Promise<void> {
  if (!(await isWanted(deps))) return;
  const library = starterLibrary();
  say('making the demonstration organisations');
  await seedOrganisation(deps, { organisation: DEMO, people: Object.values(CAST), plants: [garrigues, valensole, mermoz], library });
  await seedOrganisation(deps, { organisation: OTHER, people: Object.values(OTHER_CAST), plants: [ditchling], library });
  await writeFieldTips(deps);
  const contents = new Map(library.procedures.map(({ content }) => [content.slug, content]));
  const all = [
    ...CHAPTERS.map((chapter) => ({ organisation: DEMO, chapter })),
    ...OTHER_CHAPTERS.map((chapter) => ({ organisation: OTHER, chapter })),
  ];
  const pockets: Stage['pockets'] = new Map();
  for (const [at, { organisation, chapter }] of all.entries()) {
    say(`demonstration: execution ${at + 1} of ${all.length}`);
    await tell({ deps, organisation, library: contents, pockets }, chapter);
  }
  await planAhead(deps, contents);
  say('demonstration: questions to the assistant');
  await tellTalks(deps);
  await lookAtPhotos(deps);
  await withLookup(deps.db, (tx) => settleFact(tx, TOLD, 'yes'));
}

const isWanted = ({ db }: Deps): Promise<boolean> =>
  withLookup(db, async (tx) => {
    if ((await findFact(tx, TOLD)) !== undefined) return false;
    if (!(await hasOrganisations(tx))) await settleFact(tx, BEGUN, 'yes');
    return (await findFact(tx, BEGUN)) !== undefined;
  });
