import * as z from 'zod/mini';
import { formulaNames } from '../measurement/formula-registry.ts';
import { type Catalogues, cataloguesSchema, type Tip, tipSchema } from '../procedure/catalogue.ts';
import { duplicates } from '../procedure/check/problem.ts';
import type { References } from '../procedure/check/references.ts';
import { stepKinds } from '../step-kinds/index.ts';
import { type Localized, languageSchema, localizedSchema } from '../text.ts';
import { type ImportProblem, type Misfit, misfits, spelled, write } from './problem.ts';
import { type ImportedProcedure, readEntry } from './procedure.ts';
import { camel, isRaw, keepUnknown, type Raw, translate } from './translate.ts';

export interface Library {
  readonly notice: Localized;
  readonly procedures: readonly ImportedProcedure[];
  readonly catalogues: Catalogues;
  readonly tips: readonly Tip[];
  /** Parts of the file we do not know, untouched. */
  readonly extra: Raw;
}

export type Import =
  | { readonly kind: 'imported'; readonly library: Library }
  | { readonly kind: 'refused'; readonly problems: readonly ImportProblem[] };

const { categories, equipmentTypes, certifications, severityScale, defectClasses } = cataloguesSchema.shape;
const LISTS = { categories, equipmentTypes, certifications, severityScale, defectClasses, tips: z.array(tipSchema) };

const fileSchema = z.strictObject({
  ...LISTS,
  limitKinds: cataloguesSchema.shape.limitKinds,
  schemaVersion: z.literal('1.0'),
  defaultLanguage: languageSchema,
  notice: localizedSchema,
  stepTypes: z.array(z.enum(Object.keys(stepKinds))),
  formulas: z.partialRecord(z.enum(formulaNames), z.string()),
  procedures: z.array(z.unknown()),
  extra: z.optional(z.unknown()),
});

/** Reads a library in the format of the handbook's section 8. All or nothing: what is not understood refuses the file, with every reason and place. */
export function importLibrary(raw: unknown): Import {
  if (!isRaw(raw)) return { kind: 'refused', problems: [{ path: '', code: 'wrong_type', found: typeof raw }] };
  const file = fileSchema.safeParse(fileFrom(raw), { reportInput: true });
  const references = referencesIn(raw);
  const entries = listOf(raw['procedures']).map((entry, at) => readEntry(entry, at, references));
  const found: Misfit[] = [...(file.success ? [] : misfits(file.error.issues)), ...repeated(raw), ...unknownProcedures(raw, references)];
  const problems = [...found.map((misfit) => ({ ...misfit, path: write(spelled(misfit.path)) })), ...entries.flatMap((entry) => entry.problems)];
  if (!file.success || problems.length > 0) return { kind: 'refused', problems };
  const { notice, tips, extra, ...rest } = file.data;
  const procedures = entries.flatMap(({ procedure }) => procedure ?? []);
  return { kind: 'imported', library: { notice, procedures, catalogues: cataloguesOf(rest), tips, extra: isRaw(extra) ? extra : {} } };
}

const cataloguesOf = (file: Catalogues): Catalogues => ({
  categories: file.categories,
  equipmentTypes: file.equipmentTypes,
  certifications: file.certifications,
  severityScale: file.severityScale,
  defectClasses: file.defectClasses,
  limitKinds: file.limitKinds,
});

/** The file in our spelling; procedures are read one by one, elsewhere. */
function fileFrom(raw: Raw): Raw {
  const known = keepUnknown(raw, Object.keys(fileSchema.shape));
  return Object.fromEntries(
    Object.entries(known).map(([name, value]) => [camel(name), name === 'procedures' || name === 'extra' ? value : fieldFrom(camel(name), value)]),
  );
}

function fieldFrom(name: string, value: unknown): unknown {
  const list = Object.entries(LISTS).find(([key]) => key === name)?.[1];
  if (list === undefined || !Array.isArray(value)) return translate(value, name);
  const fields = Object.keys(list._zod.def.element.shape);
  return value.map((entry) => (isRaw(entry) ? translate(keepUnknown(entry, fields)) : entry));
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const keysOf = (value: unknown, key: string): readonly string[] =>
  listOf(value).map((entry) => {
    const found = isRaw(entry) ? entry[key] : undefined;
    return typeof found === 'string' ? found : '';
  });

/** What procedures may refer to: everything the file names, also where that part has problems of its own. */
const referencesIn = (raw: Raw): References => ({
  categories: new Set(keysOf(raw['categories'], 'code')),
  equipmentTypes: new Set(keysOf(raw['equipment_types'], 'code')),
  certifications: new Set(keysOf(raw['certifications'], 'code')),
  findings: new Set(keysOf(raw['defect_classes'], 'code')),
  procedures: new Set(keysOf(raw['procedures'], 'slug')),
});

const KEYS = { categories: 'code', equipment_types: 'code', certifications: 'code', defect_classes: 'code', tips: 'id', procedures: 'slug' } as const;

const repeated = (raw: Raw): Misfit[] => Object.entries(KEYS).flatMap(([list, key]) => duplicates(keysOf(raw[list], key), (at) => [list, at, key]));

/** Defect classes name the procedure that deals with them. */
const unknownProcedures = (raw: Raw, { procedures }: References): Misfit[] =>
  keysOf(raw['defect_classes'], 'procedure').flatMap((slug, at) =>
    slug === '' || procedures.has(slug) ? [] : [{ path: ['defect_classes', at, 'procedure'], code: 'unknown_procedure' as const, found: slug }],
  );
