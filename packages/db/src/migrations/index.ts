import type { Migration } from 'kysely/migration';
import { people } from './0001-people.ts';
import { plant } from './0002-plant.ts';
import { work } from './0003-work.ts';
import { invitations } from './0004-invitations.ts';
import { assignments } from './0005-assignments.ts';
import { procedureDrafts } from './0006-drafts.ts';
import { attachments } from './0007-attachments.ts';
import { tips } from './0008-tips.ts';
import { starterOffers } from './0009-starter-offers.ts';
import { providers } from './0010-providers.ts';
import { ledger } from './0011-ledger.ts';
import { conversations } from './0012-conversations.ts';
import { passages } from './0014-passages.ts';
import { remarks } from './0015-remarks.ts';
import { moments } from './0016-moments.ts';
import { analyses } from './0018-analyses.ts';
import { waiting } from './0020-waiting.ts';
import { toDecide } from './0021-to-decide.ts';
import { foundQuickly } from './0023-found-quickly.ts';

/** Every migration, by the name it is remembered under. Listed here and not found on disk, because the server runs as a bundle. Frozen once released. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-people': people,
  '0002-plant': plant,
  '0003-work': work,
  '0004-invitations': invitations,
  '0005-assignments': assignments,
  '0006-drafts': procedureDrafts,
  '0007-attachments': attachments,
  '0008-tips': tips,
  '0009-starter-offers': starterOffers,
  '0010-providers': providers,
  '0011-ledger': ledger,
  '0012-conversations': conversations,
  '0014-passages': passages,
  '0015-remarks': remarks,
  '0016-moments': moments,
  '0018-analyses': analyses,
  '0020-waiting': waiting,
  '0021-to-decide': toDecide,
  '0023-found-quickly': foundQuickly,
};
