import type { DemoPerson } from './cast.ts';
import { CAST, OTHER_CAST } from './cast.ts';
import type { Script } from './field-worker.ts';
import { ditchling, garrigues, mermoz, type Plant, valensole } from './plants.ts';

/** How the day ended. */
export type Ending =
  | { readonly kind: 'open' }
  | { readonly kind: 'suspend'; readonly reason: string }
  /** A hold point was refused: the run is halted until a supervisor lets it go on. */
  | { readonly kind: 'refuse'; readonly step: string; readonly reason: string }
  | { readonly kind: 'cancel'; readonly reason: string }
  | { readonly kind: 'complete'; readonly review?: Review; readonly reopen?: string };

export interface Review {
  readonly outcome: 'approve' | 'return';
  readonly note: string;
  /** As in a script: `step id`, or `step id/label of the item`. */
  readonly step?: string;
}

/** One execution of the story. */
export interface Chapter {
  readonly key: string;
  readonly procedure: string;
  readonly plant: Plant;
  readonly code: string;
  readonly lead: DemoPerson;
  readonly second?: DemoPerson;
  readonly daysAgo: number;
  /** Hour of the start, local. */
  readonly hour: number;
  readonly script: Script;
  readonly ending: Ending;
  /** Who reviews, cancels, reopens. */
  readonly office: DemoPerson;
  /** What a colleague answered on their own phone, without having seen it. */
  readonly meanwhile?: { readonly by: DemoPerson; readonly answers: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
  /** Photos that are still on the phone. */
  readonly unsentPhotos?: number;
}

const { camille, yanis, helene } = CAST;
const crew = { lead: camille, second: yanis, office: helene };

/** Soleil d'Oc, over a month: a leak found and mended, a storm, a refused lock-out, two readings that disagree. */
export const CHAPTERS: readonly Chapter[] = [
  {
    ...{ key: 'mermoz-reopened', procedure: 'string-inverter-preventive', plant: mermoz, code: 'MER-OND01', daysAgo: 30, hour: 8.5 },
    ...{ ...crew, lead: yanis, second: camille },
    script: {
      scene: 'inverter',
      answers: { s02: { text: 'Deux arrêts pour surtension réseau le 3, redémarrage automatique.' }, s03: { value: '58.7' } },
    },
    ending: {
      kind: 'complete',
      review: { outcome: 'approve', note: 'Conforme.' },
      reopen: 'La photo de la plaque signalétique est illisible : à reprendre au prochain passage.',
    },
  },
  {
    ...{
      key: 'garrigues-preventive',
      procedure: 'string-inverter-preventive',
      plant: garrigues,
      code: 'GAR-OND03',
      daysAgo: 23,
      hour: 8.66,
      ...crew,
    },
    script: {
      scene: 'inverter',
      answers: { s02: { text: 'Aucune alarme depuis la dernière visite. Deux avertissements réseau le 14, acquittés.' }, s03: { value: '78.4' } },
      remarks: { s10: 'Ventilateur gauche un peu bruyant, à surveiller à la prochaine visite.' },
    },
    ending: { kind: 'complete', review: { outcome: 'approve', note: 'Conforme. Très bonnes photos.' } },
  },
  {
    ...{
      key: 'valensole-weather',
      procedure: 'weather-station-pyranometer-cleaning',
      plant: valensole,
      code: 'VAL-MET',
      daysAgo: 18,
      hour: 11,
      lead: yanis,
      office: helene,
    },
    script: {
      scene: 'sensor',
      answers: { s03: { value: '861' }, s07: { value: '884' }, s13: { text: 'Nettoyage de 11 h 22 à 11 h 31, ciel clair, pas de vent.' } },
      remarks: { s05: 'Dessiccant remplacé, il virait au rose.' },
    },
    ending: { kind: 'complete', review: { outcome: 'approve', note: 'Écart de 2,6 % noté au carnet.' } },
  },
  {
    ...{ key: 'garrigues-voc', procedure: 'string-voc-isc-test', plant: garrigues, code: 'GAR-OND02', daysAgo: 15, hour: 10.2, ...crew },
    script: {
      scene: 'label',
      answers: { s05: { value: '871' }, s06: { value: '46.5' }, 's10/CH09': { share: 0.93 }, s12: { value: 'diode' } },
      remarks: { s12: 'Tension plus basse d’environ un tiers de module.' },
    },
    ending: {
      kind: 'complete',
      review: {
        outcome: 'return',
        note: 'Refaire la mesure après contrôle du connecteur : l’écart est grand pour une seule diode.',
        step: 's10/CH09',
      },
    },
  },
  {
    ...{ key: 'valensole-cleaning', procedure: 'module-cleaning', plant: valensole, code: 'VAL-SO', daysAgo: 12, hour: 7.5, ...crew },
    script: { scene: 'rows', stopBefore: 's05' },
    ending: { kind: 'cancel', reason: 'Pluie annoncée toute la semaine : nettoyage reporté.' },
  },
  {
    ...{ key: 'garrigues-leak', procedure: 'insulation-fault-troubleshooting', plant: garrigues, code: 'GAR-OND05', daysAgo: 9, hour: 7.3, ...crew },
    script: {
      scene: 'connector',
      answers: {
        s02: { value: 'start' },
        s03: { text: 'Code 0x24 « Riso bas » à 06 h 52, 31 kΩ affichés.' },
        s04: { value: 'dew' },
        s09: { value: '1287' },
        s12: { value: 'none' },
        's10/CH07': { value: '842' },
        's11/CH07': { value: '445' },
        's12/CH07': { value: 'hard' },
        s14: { value: 'ok' },
        s16: { value: 'conn' },
      },
      remarks: { s14: 'Connecteur entre M9 et M10 : trace d’eau, corps fendu. Les autres chaînes sont saines.' },
    },
    ending: { kind: 'complete' },
  },
  {
    ...{
      key: 'garrigues-connector',
      procedure: 'mc4-connector-replacement',
      plant: garrigues,
      code: 'GAR-OND05-CH07',
      daysAgo: 8,
      hour: 9.1,
      ...crew,
    },
    script: {
      scene: 'connector',
      answers: { s07: { value: '38' }, s09: { value: 'water' }, s16: { value: '0.4' } },
      remarks: { s17: 'Riso de retour à 1,6 MΩ au démarrage.' },
    },
    ending: { kind: 'complete', review: { outcome: 'approve', note: 'Défaut d’isolement levé, merci à vous deux.' } },
  },
  {
    ...{ key: 'mermoz-earth', procedure: 'earth-continuity-test', plant: mermoz, code: 'MER-TOIT', daysAgo: 6, hour: 9.4, ...crew },
    script: {
      scene: 'box',
      items: { bond_point: ['Rang 1, table 3', 'Rang 2, table 7'], enclosure: ['Coffret DC sud'] },
      answers: { s09: { value: 'clamp' }, s10: { value: '6.2' } },
      stopBefore: 's11',
    },
    meanwhile: { by: yanis, answers: { s10: { kind: 'measurement', response: { value: '9.7', unit: 'Ω' } } } },
    ending: { kind: 'open' },
  },
  {
    ...{ key: 'valensole-storm', procedure: 'combiner-box-inspection', plant: valensole, code: 'VAL-PT01-BJ02', daysAgo: 4, hour: 11.5, ...crew },
    script: { scene: 'box', stopBefore: 's08' },
    ending: { kind: 'suspend', reason: 'Orage annoncé à 14 h : boîte refermée et condamnée, reprise à la prochaine visite.' },
  },
  {
    ...{ key: 'garrigues-lockout', procedure: 'loto-string-inverter', plant: garrigues, code: 'GAR-OND06', daysAgo: 2, hour: 8.2, ...crew },
    script: {
      scene: 'padlock',
      answers: { s02: { text: 'CONS-2026-118, chargé de consignation : C. Roussel.' }, s11: { value: 'inside' } },
      stopBefore: 's14',
    },
    ending: {
      kind: 'refuse',
      step: 's14',
      reason: 'Tension présente au recontrôle : 612 V entre pôles. Travail arrêté, chargé d’exploitation prévenu.',
    },
  },
  {
    ...{
      key: 'valensole-vegetation',
      procedure: 'vegetation-control-inspection',
      plant: valensole,
      code: 'VAL-SO',
      daysAgo: 1,
      hour: 15,
      lead: camille,
      office: helene,
    },
    script: {
      scene: 'vegetation',
      answers: {
        s03: { value: '64' },
        s04: { value: 'fail' },
        s05: { value: '3' },
        s06: { value: 'pm' },
        s10: { value: 'sheep' },
        s12: { text: 'Ronces au pied des suiveurs 2 et 3. Passage des brebis prévu avec l’éleveur.' },
      },
    },
    ending: { kind: 'complete' },
    unsentPhotos: 1,
  },
  {
    ...{ key: 'mermoz-thermography', procedure: 'ir-thermography', plant: mermoz, code: 'MER-OND02', daysAgo: 0, hour: 6.5, ...crew },
    script: { scene: 'thermal', answers: { s03: { value: '688' }, s04: { value: '7' } }, stopBefore: 's07' },
    ending: { kind: 'open' },
  },
  {
    ...{
      key: 'garrigues-visual',
      procedure: 'annual-visual-inspection-ground-array',
      plant: garrigues,
      code: 'GAR-TA',
      daysAgo: 0,
      hour: 5.5,
      ...crew,
      lead: yanis,
      second: camille,
    },
    script: {
      scene: 'rows',
      answers: { s03: { value: 'clear' }, s10: { value: 'fail' }, s11: { value: 'glass' }, s13: { value: '2' } },
      remarks: { s08: 'Deux boulons desserrés rang 4, resserrés sur place.', s13: 'Modules T4-12 et T4-13, impact de pierre. Balisés.' },
      stopBefore: 's15',
    },
    ending: { kind: 'open' },
  },
];

const { owen, priya } = OTHER_CAST;

/** Southdown, the other organisation: what it does is nobody else's business. */
export const OTHER_CHAPTERS: readonly Chapter[] = [
  {
    ...{
      key: 'ditchling-preventive',
      procedure: 'string-inverter-preventive',
      plant: ditchling,
      code: 'DIT-OND01',
      daysAgo: 11,
      hour: 9,
      lead: owen,
      office: priya,
    },
    script: { scene: 'inverter', answers: { s02: { text: 'No alarms since the last visit.' }, s03: { value: '48.9' } } },
    ending: { kind: 'complete', review: { outcome: 'approve', note: 'All good.' } },
  },
  {
    ...{
      key: 'ditchling-vegetation',
      procedure: 'vegetation-control-inspection',
      plant: ditchling,
      code: 'DIT-S',
      daysAgo: 1,
      hour: 14,
      lead: owen,
      office: priya,
    },
    script: { scene: 'vegetation', remarks: { s03: 'Nettles along the east fence.' }, stopBefore: 's07' },
    ending: { kind: 'open' },
  },
];
