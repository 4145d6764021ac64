import { type Asset, type AssetId, assetIdSchema, type Site, type SiteId, siteIdSchema } from '@heliograph/domain';
import { namedId } from './ids.ts';

export interface Plant {
  readonly site: Site;
  readonly assets: readonly Asset[];
}

/** Nameplate of a module, as formulas read it. */
interface Module {
  readonly model: string;
  readonly perString: number;
  readonly voc: string;
  readonly isc: string;
  readonly alpha: string;
  readonly beta: string;
  readonly gamma: string;
}

const GLASS_GLASS: Module = { model: 'HJT 580 bifacial', perString: 26, voc: '51.8', isc: '14.12', alpha: '0.045', beta: '-0.25', gamma: '-0.30' };
const MONO: Module = { model: 'Mono PERC 410', perString: 22, voc: '37.3', isc: '13.95', alpha: '0.048', beta: '-0.27', gamma: '-0.35' };

const moduleAttributes = ({ model, perString, voc, isc, alpha, beta, gamma }: Module): Record<string, string> => ({
  module_model: model,
  modules_per_string: String(perString),
  module_voc_stc: voc,
  module_isc_stc: isc,
  module_alpha: alpha,
  module_beta: beta,
  module_gamma: gamma,
  module_dt0: '3',
  max_system_voltage: '1500',
});

type Draft = Pick<Asset, 'type' | 'name' | 'code'> & {
  readonly attributes?: Record<string, string>;
  readonly serial?: string;
  readonly parts?: readonly Draft[];
};

const two = (n: number): string => String(n).padStart(2, '0');
const times = <T>(n: number, make: (k: number) => T): T[] => Array.from({ length: n }, (_, at) => make(at + 1));

/** Positions of a plant from their drafts, parents first. */
function positions(site: SiteId, drafts: readonly Draft[], parent: AssetId | null = null): Asset[] {
  return drafts.flatMap(({ parts = [], attributes = {}, serial, ...draft }, at) => {
    const id = assetIdSchema.parse(namedId(`asset ${draft.code}`));
    return [{ ...draft, id, site, parent, attributes, position: at + 1, ...(serial === undefined ? {} : { serial }) }, ...positions(site, parts, id)];
  });
}

const strings = (of: string, count: number): Draft[] => times(count, (k) => ({ type: 'string', name: `CH${two(k)}`, code: `${of}-CH${two(k)}` }));

const stringInverter = (plant: string, k: number, stringCount: number): Draft => ({
  type: 'string_inverter',
  name: `OND${two(k)}`,
  code: `${plant}-OND${two(k)}`,
  serial: `SI110-${plant}-${4100 + k * 7}`,
  attributes: { manufacturer: 'Solvia', model: 'SI 110-TL', rated_power: '110' },
  parts: strings(`${plant}-OND${two(k)}`, stringCount),
});

const plant = (site: Omit<Site, 'id'>, drafts: readonly Draft[]): Plant => {
  const id = siteIdSchema.parse(namedId(`site ${site.code}`));
  return { site: { ...site, id }, assets: positions(id, drafts) };
};

/** Ground-mounted, string inverters: 8 × 12 strings. */
export const garrigues = plant(
  {
    ...{ name: 'Les Garrigues', code: 'GAR', timeZone: 'Europe/Paris', lat: 43.6512, lon: 3.4875 },
    address: 'Chemin de la Draille, 34150 Aniane',
    emergency: {
      gate: 'Portail nord, code affiché au poste de garde. Chemin empierré, véhicule léger possible.',
      meetingPoint: 'Parking du poste de livraison, panneau vert.',
      shutOff: 'Coupure générale AC au poste de livraison, poignée rouge à droite. Les chaînes DC restent sous tension de jour.',
      controlRoom: '+33 4 67 00 01 12',
      hospital: 'CHU Lapeyronie, Montpellier (35 min)',
      fireStation: 'CIS Gignac (12 min)',
    },
  },
  [
    {
      type: 'substation',
      name: 'Poste de livraison',
      code: 'GAR-PDL',
      parts: [{ type: 'transformer', name: 'Transformateur 1 250 kVA', code: 'GAR-TR01' }],
    },
    ...times(
      2,
      (half): Draft => ({
        type: 'pv_section',
        name: `Tranche ${half === 1 ? 'A' : 'B'}`,
        code: `GAR-T${half === 1 ? 'A' : 'B'}`,
        attributes: { ...moduleAttributes(GLASS_GLASS), peak_power: '723' },
        parts: times(4, (k) => stringInverter('GAR', (half - 1) * 4 + k, 12)),
      }),
    ),
    { type: 'weather_station', name: 'Station météo', code: 'GAR-MET' },
    { type: 'fence', name: 'Clôture', code: 'GAR-CLO' },
  ],
);

const combiner = (station: number, k: number): Draft => {
  const code = `VAL-PT${two(station)}-BJ${two(k)}`;
  return { type: 'combiner_box', name: `BJ${two(k)}`, code, attributes: { fuse_rating: '20', manufacturer: 'Elcora' }, parts: strings(code, 16) };
};

/** Central inverters with combiner boxes, on trackers. */
export const valensole = plant(
  {
    ...{ name: 'Plateau de Valensole', code: 'VAL', timeZone: 'Europe/Paris', lat: 43.8741, lon: 6.0302 },
    address: 'Route de Manosque, 04210 Valensole',
    emergency: {
      gate: 'Portail est, appeler la salle de contrôle avant l’ouverture.',
      meetingPoint: 'Entrée du site, à côté de la citerne.',
      shutOff: 'Arrêt d’urgence sur chaque station onduleur, bouton coup de poing en façade.',
      controlRoom: '+33 4 92 00 04 30',
      hospital: 'Centre hospitalier de Manosque (25 min)',
      fireStation: 'CIS Valensole (8 min)',
    },
  },
  [
    ...times(
      2,
      (station): Draft => ({
        type: 'inverter_station',
        name: `PT${two(station)}`,
        code: `VAL-PT${two(station)}`,
        attributes: { ...moduleAttributes(GLASS_GLASS), peak_power: '2512' },
        parts: [
          {
            type: 'central_inverter',
            name: `OND${two(station)}`,
            code: `VAL-PT${two(station)}-OND`,
            serial: `CX2500-0${station}-8841`,
            attributes: { manufacturer: 'Solvia', model: 'CX 2500', rated_power: '2500' },
            parts: times(4, (k) => combiner(station, k)),
          },
        ],
      }),
    ),
    {
      type: 'pv_section',
      name: 'Section ouest',
      code: 'VAL-SO',
      parts: times(4, (k) => ({ type: 'tracker', name: `Suiveur ${two(k)}`, code: `VAL-TRK${two(k)}` })),
    },
    {
      type: 'weather_station',
      name: 'Station météo',
      code: 'VAL-MET',
      parts: [{ type: 'pyranometer', name: 'Pyranomètre plan des modules', code: 'VAL-PYR1', serial: 'PY-22-0718' }],
    },
  ],
);

/** A roof in town: three string inverters. */
export const mermoz = plant(
  {
    ...{ name: 'Halle Mermoz', code: 'MER', timeZone: 'Europe/Paris', lat: 45.7312, lon: 4.8829 },
    address: '14 avenue Jean-Mermoz, 69008 Lyon',
    emergency: {
      gate: 'Accès toiture par l’escalier sud, clé au gardien (poste 12).',
      meetingPoint: 'Parvis, devant l’entrée principale.',
      shutOff: 'Coupure pompier au rez-de-chaussée, coffret rouge à gauche du TGBT.',
      controlRoom: '+33 4 78 00 02 08',
      hospital: 'Hôpital Édouard-Herriot (7 min)',
      fireStation: 'Caserne Lyon-Corneille (9 min)',
    },
  },
  [
    {
      type: 'pv_section',
      name: 'Toiture',
      code: 'MER-TOIT',
      attributes: { ...moduleAttributes(MONO), max_system_voltage: '1000', peak_power: '216' },
      parts: times(3, (k) => stringInverter('MER', k, 8)),
    },
  ],
);

/** The other organisation's plant. */
export const ditchling = plant(
  {
    ...{ name: 'Ditchling Farm', code: 'DIT', timeZone: 'Europe/London', lat: 50.9206, lon: -0.1149 },
    address: 'Spatham Lane, Ditchling BN6 8XL',
    emergency: {
      gate: 'South gate, code from the control room.',
      meetingPoint: 'Lay-by at the south gate.',
      shutOff: 'Main AC isolator in the substation, red handle. Strings stay live in daylight.',
      controlRoom: '+44 1273 000 112',
      hospital: 'Royal Sussex County Hospital (20 min)',
      fireStation: 'Burgess Hill (10 min)',
    },
  },
  [
    {
      type: 'pv_section',
      name: 'South field',
      code: 'DIT-S',
      attributes: { ...moduleAttributes(MONO), peak_power: '180' },
      parts: times(2, (k) => stringInverter('DIT', k, 8)),
    },
  ],
);

/** The position with this label. */
export function at({ assets }: Plant, code: string): Asset {
  const asset = assets.find((one) => one.code === code);
  if (asset === undefined) throw new Error(`the demonstration has no ${code}`);
  return asset;
}
