import { executionIdSchema, type ProcedureContent, procedureHash, type Reported } from '@heliograph/domain';
import { createAssignment } from '../assignment/assign.service.ts';
import type { Deps } from '../deps.ts';
import { sha256 } from '../office/sha256.ts';
import { CAST, DEMO, type DemoPerson } from './cast.ts';
import { namedId } from './ids.ts';
import { at, garrigues, mermoz, type Plant, valensole } from './plants.ts';

const DAY = 86_400_000;
const { camille, yanis, helene } = CAST;

interface Planned {
  readonly key: string;
  readonly procedure: string;
  readonly plant: Plant;
  readonly code: string;
  readonly people: readonly DemoPerson[];
  readonly inDays: number;
  readonly note?: string;
  readonly reported?: Reported;
}

/** What the office has given for the coming days. */
const PLANNED: readonly Planned[] = [
  {
    ...{ key: 'garrigues-next', procedure: 'string-inverter-preventive', plant: garrigues, code: 'GAR-OND01', people: [camille, yanis], inDays: 0 },
    note: 'Prendre la caméra thermique. Le portail nord est en travaux : passer par l’est.',
  },
  {
    ...{ key: 'mermoz-alarm', procedure: 'insulation-fault-troubleshooting', plant: mermoz, code: 'MER-OND01', people: [yanis], inDays: 1 },
    reported: { symptom: 'Arrêt chaque matin, redémarrage vers 10 h.', alarm: '0x24 Riso bas', source: 'Supervision' },
  },
  {
    ...{ key: 'valensole-boxes', procedure: 'combiner-box-inspection', plant: valensole, code: 'VAL-PT01-BJ01', people: [camille], inDays: 3 },
    note: 'Reprise de la visite interrompue par l’orage : commencer par cette boîte.',
  },
];

/** Gives the coming days' work. What was given already is left alone. */
export async function planAhead(deps: Deps, library: ReadonlyMap<string, ProcedureContent>): Promise<void> {
  const doer = { org: DEMO.org, user: helene.user, role: helene.role, deliverOnly: false, network: '' };
  for (const { key, procedure, plant, code, people, inDays, note, reported } of PLANNED) {
    const content = library.get(procedure);
    if (content === undefined) throw new Error(`the library has no ${procedure}`);
    await createAssignment(deps, doer, {
      ...{ id: executionIdSchema.parse(namedId(`planned ${key}`)), procedure: await procedureHash(content, sha256) },
      ...{ site: plant.site.id, asset: at(plant, code).id, people: people.map(({ user }) => user), openSite: false, note, reported },
      day: new Date(deps.now() + inDays * DAY).toISOString().slice(0, 10),
    });
  }
}
