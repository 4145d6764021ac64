import { approveTip, findTipRow, withOrg, writeTipVersion } from '@heliograph/db';
import type { TipText } from '@heliograph/domain';
import type { Deps } from '../deps.ts';
import { CAST, DEMO, type DemoPerson } from './cast.ts';
import { namedId } from './ids.ts';

const DAY = 86_400_000;

interface FieldTip {
  readonly key: string;
  readonly by: DemoPerson;
  readonly daysAgo: number;
  readonly isApproved: boolean;
  readonly text: TipText;
}

/** What the people of the story have learnt: one in everybody's hands, in both languages, and one that waits for a supervisor. */
const TIPS: readonly FieldTip[] = [
  {
    ...{ key: 'fans', by: CAST.camille, daysAgo: 40, isApproved: true },
    text: {
      title: { fr: 'Écouter les ventilateurs avant d’ouvrir', en: 'Listen to the fans before opening' },
      content: {
        fr: 'Sur les SI 110-TL, un ventilateur qui claque au démarrage est à changer dans le mois : le noter avant l’arrêt, après il ne s’entend plus.',
        en: 'On the SI 110-TL a fan that clicks at start-up is to be replaced within the month: note it before shutting down, afterwards nobody hears it.',
      },
      ...{ language: null, category: 'preventive', tags: ['ventilateur', 'bruit'], photos: [] },
      links: { steps: [{ procedure: 'string-inverter-preventive', step: 's10' }], models: ['SI 110-TL'] },
    },
  },
  {
    ...{ key: 'dew', by: CAST.yanis, daysAgo: 2, isApproved: false },
    text: {
      title: both('Valensole : le portail nord gèle'),
      content: both('L’hiver, la serrure du portail nord gèle avant 9 h. Passer par le sud, ou prévoir du dégivrant dans le camion.'),
      ...{ language: 'fr', category: 'inspection', tags: ['accès', 'hiver'], photos: [], links: {} },
    },
  },
];

function both(text: string): TipText['title'] {
  return { fr: text, en: text };
}

/** Tips of the demonstration's own people. Those that are there stay as they are. */
export async function writeFieldTips({ db, now }: Deps): Promise<void> {
  const supervisor = { user: CAST.helene.user, role: 'supervisor' } as const;
  await withOrg(db, DEMO, async (tx) => {
    for (const { key, by, daysAgo, isApproved, text } of TIPS) {
      const id = namedId(`tip ${key}`);
      if ((await findTipRow(tx, supervisor, id)) !== undefined) continue;
      const at = now() - daysAgo * DAY;
      await writeTipVersion(tx, { id, text, state: 'submitted', by: by.user, at });
      if (isApproved) await approveTip(tx, { id, by: supervisor.user, at: at + DAY });
    }
  });
}
