import { attributeFields, equipmentTypes } from '../catalogue.ts';

/** What a column of a file is about. */
export type ImportField = 'code' | 'name' | 'type' | 'parent' | 'serial' | 'position' | `attributes.${string}`;

/** Accents, case, units in brackets and signs between words do not matter: people write `N° de série` and `numero de serie`. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[([].*?[)\]]/g, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const WORDS: Readonly<Record<string, readonly string[]>> = {
  code: ['code', 'numéro', 'number', 'repère', 'tag', 'n°', 'no', 'identifiant'],
  name: ['name', 'nom', 'désignation', 'libellé'],
  type: ['type', 'type d’équipement', 'equipment type', 'genre'],
  parent: ['parent', 'numéro du parent', 'parent code', 'code parent', 'rattaché à', 'below'],
  serial: ['serial', 'serial number', 'numéro de série', 'n° de série', 'série', 'sn'],
  position: ['position', 'ordre', 'order', 'rang'],
};

const fields = new Map<string, ImportField>();
for (const { name, label } of attributeFields) for (const word of [name, label.fr, label.en]) fields.set(plain(word), `attributes.${name}`);
for (const [field, words] of Object.entries(WORDS)) for (const word of words) fields.set(plain(word), field as ImportField);

/** The field a header names; null for one that nobody here knows. */
export const fieldOf = (header: string): ImportField | null => fields.get(plain(header)) ?? null;

const types = new Map(equipmentTypes.flatMap(({ code, label }) => [code, label.fr, label.en].map((word) => [plain(word), code] as const)));
/** What people also call them. */
for (const [word, code] of [
  ['section', 'pv_section'],
  ['tranche', 'pv_section'],
  ['bloc', 'pv_section'],
  ['block', 'pv_section'],
  ['onduleur', 'inverter'],
  ['inverter', 'inverter'],
  ['boite', 'combiner_box'],
  ['boite de jonction', 'combiner_box'],
  ['combiner', 'combiner_box'],
  ['combiner box', 'combiner_box'],
  ['suiveur', 'tracker'],
  ['poste', 'substation'],
] as const)
  types.set(word, code);

/** The type a cell names, by its code or its name in either language; null for one that nobody here knows. */
export const typeOf = (cell: string): string | null => types.get(plain(cell)) ?? null;
