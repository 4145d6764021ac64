import type { Language, Localized } from '../text.ts';
import type { CsvValue } from './csv.ts';

/** One value as it goes out: what was said, where, against which limit, by whom. Instants in ms. */
export interface ExportedValue {
  readonly address: string;
  readonly step: string;
  readonly item: string | null;
  readonly title: Localized | null;
  readonly kind: string;
  /** Canonical decimal, option, text, code, or the reason of a skip or a refusal. */
  readonly value: string | null;
  readonly unit: string | null;
  readonly outcome: string;
  readonly min: string | null;
  readonly max: string | null;
  readonly expected: string | null;
  /** What the phone showed, where the server comes to another verdict. */
  readonly shown: string | null;
  readonly by: string;
  readonly at: number;
  readonly receivedAt: number | null;
  /** Whether it is what the record shows; several may stand while colleagues disagree. */
  readonly isEffective: boolean;
  readonly flags: readonly string[];
  readonly photos: number;
}

export interface ExportedExecution {
  readonly id: string;
  readonly status: string;
  readonly procedure: { readonly slug: string; readonly number: number; readonly hash: string; readonly title: Localized | null };
  readonly site: { readonly id: string; readonly name: string };
  readonly asset: { readonly id: string; readonly name: string | null; readonly code: string | null } | null;
  readonly day: string | null;
  readonly people: readonly string[];
  readonly openedAt: number;
  readonly startedAt: number | null;
  readonly completedAt: number | null;
  readonly conditions: Readonly<Record<string, unknown>> | null;
  readonly values: readonly ExportedValue[];
}

interface Column {
  readonly name: string;
  readonly header: Localized;
  readonly of: (execution: ExportedExecution, value: ExportedValue, language: Language) => CsvValue;
}

const column = (name: string, [fr, en]: readonly [string, string], of: Column['of']): Column => ({ name, header: { fr, en }, of });
const instant = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
const condition = ({ conditions }: ExportedExecution, key: string): CsvValue => {
  const reading = conditions?.[key];
  return typeof reading === 'string' ? reading : null;
};

/** One row a value. Columns are added at the end, never moved: people's own sheets count on their place. */
export const EXPORT_COLUMNS: readonly Column[] = [
  column('execution', ['Exécution', 'Execution'], ({ id }) => id),
  column('status', ['État', 'Status'], ({ status }) => status),
  column('procedure', ['Procédure', 'Procedure'], ({ procedure }) => procedure.slug),
  column('version', ['Version', 'Version'], ({ procedure }) => procedure.number),
  column('procedure_title', ['Titre', 'Title'], ({ procedure }, _, language) => procedure.title?.[language] ?? null),
  column('site', ['Site', 'Site'], ({ site }) => site.name),
  column('asset_code', ['Numéro d’équipement', 'Asset number'], ({ asset }) => asset?.code ?? null),
  column('asset', ['Équipement', 'Asset'], ({ asset }) => asset?.name ?? null),
  column('planned_for', ['Prévu le', 'Planned for'], ({ day }) => day),
  column('started', ['Début (UTC)', 'Started (UTC)'], ({ startedAt }) => instant(startedAt)),
  column('completed', ['Fin (UTC)', 'Completed (UTC)'], ({ completedAt }) => instant(completedAt)),
  column('people', ['Intervenants', 'People'], ({ people }) => people.join(', ')),
  column('step', ['Étape', 'Step'], (_, { step }) => step),
  column('item', ['Repère', 'Item'], (_, { item }) => item),
  column('step_title', ['Intitulé', 'Step title'], (_, { title }, language) => title?.[language] ?? null),
  column('kind', ['Type', 'Kind'], (_, { kind }) => kind),
  column('value', ['Valeur', 'Value'], (_, { value }) => value),
  column('unit', ['Unité', 'Unit'], (_, { unit }) => unit),
  column('outcome', ['Verdict', 'Outcome'], (_, { outcome }) => outcome),
  column('min', ['Minimum', 'Minimum'], (_, { min }) => min),
  column('max', ['Maximum', 'Maximum'], (_, { max }) => max),
  column('expected', ['Attendu', 'Expected'], (_, { expected }) => expected),
  column('shown', ['Verdict montré', 'Outcome shown'], (_, { shown }) => shown),
  column('by', ['Par', 'By'], (_, { by }) => by),
  column('at', ['Relevé (UTC)', 'Recorded (UTC)'], (_, { at }) => instant(at)),
  column('received', ['Reçu (UTC)', 'Received (UTC)'], (_, { receivedAt }) => instant(receivedAt)),
  column('effective', ['Retenu', 'Effective'], (_, { isEffective }) => isEffective),
  column('flags', ['Mentions', 'Flags'], (_, { flags }) => flags.join(' ')),
  column('photos', ['Photos', 'Photos'], (_, { photos }) => photos),
  column('irradiance', ['Éclairement (W/m²)', 'Irradiance (W/m²)'], (execution) => condition(execution, 'irradiance')),
  column('module_temperature', ['Température module (°C)', 'Module temperature (°C)'], (execution) => condition(execution, 'moduleTemperature')),
  column('air_temperature', ['Température air (°C)', 'Air temperature (°C)'], (execution) => condition(execution, 'airTemperature')),
  column('wind', ['Vent (m/s)', 'Wind (m/s)'], (execution) => condition(execution, 'wind')),
  column('sky', ['Ciel', 'Sky'], (execution) => condition(execution, 'sky')),
  column('procedure_hash', ['Empreinte de la procédure', 'Procedure hash'], ({ procedure }) => procedure.hash),
];

/** First line of the file. */
export const exportHeader = (language: Language): string[] => EXPORT_COLUMNS.map(({ header }) => header[language]);

/** Rows of one execution; one without a value has none. */
export const exportRows = (execution: ExportedExecution, language: Language): CsvValue[][] =>
  execution.values.map((value) => EXPORT_COLUMNS.map(({ of }) => of(execution, value, language)));
