import {
  type ConditionField,
  conditionFields,
  type Decimal,
  isUnbelievable,
  type Language,
  type Payload,
  parseDecimal,
  storable,
  typedDecimal,
} from '@heliograph/domain';
import * as z from 'zod/mini';

const instrumentSchema = z.object({ name: z.string(), serial: z.string(), calibrated: z.string() });
export type InstrumentForm = z.infer<typeof instrumentSchema>;
export const instrumentsSchema = z.array(instrumentSchema);

/** The card as it is typed: every value a text. */
const cardFormSchema = z.object({
  irradiance: z.string(),
  moduleTemperature: z.string(),
  airTemperature: z.string(),
  wind: z.string(),
  sky: z.string(),
  instruments: instrumentsSchema,
});
export type CardForm = z.infer<typeof cardFormSchema>;

export const emptyInstrument: InstrumentForm = { name: '', serial: '', calibrated: '' };

/** The card that stands, to be gone on with. */
export function formOf(values: Payload<'conditions'> | null, language: Language): CardForm {
  const typed = (key: ConditionField['key']) => (values?.[key] === undefined ? '' : typedDecimal(values[key], language));
  return {
    irradiance: typed('irradiance'),
    moduleTemperature: typed('moduleTemperature'),
    airTemperature: typed('airTemperature'),
    wind: typed('wind'),
    sky: values?.sky ?? '',
    instruments: (values?.instruments ?? []).map(({ name, serial, calibrated = '' }) => ({ name, serial, calibrated })),
  };
}

/** A form that was left in the middle; null where the text is none. */
export function readDraft(text: string): CardForm | null {
  try {
    return cardFormSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

export type CardProblem =
  | { readonly kind: 'not_a_number' | 'too_long' }
  | { readonly kind: 'ambiguous'; readonly readings: readonly Decimal[] }
  /** So far out that the person is asked whether it is meant. */
  | { readonly kind: 'unbelievable'; readonly value: Decimal };

export type ReadCard =
  | { readonly kind: 'card'; readonly values: Payload<'conditions'> }
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'problems';
      readonly fields: ReadonlyMap<ConditionField['key'], CardProblem>;
      /** Places of instruments without a name or a serial number. */
      readonly instruments: readonly number[];
    };

interface Reader {
  readonly language: Language;
  /** Texts that the person said are meant. */
  readonly meant: ReadonlySet<string>;
}

/** What the form means. Nothing is guessed and nothing is rounded. */
export function readCard(form: CardForm, { language, meant }: Reader): ReadCard {
  const fields = new Map<ConditionField['key'], CardProblem>();
  const readings: Partial<Record<ConditionField['key'], Decimal>> = {};
  for (const field of conditionFields) {
    const typed = parseDecimal(form[field.key], language);
    if (typed.kind === 'invalid') fields.set(field.key, { kind: typed.reason });
    if (typed.kind === 'ambiguous') fields.set(field.key, typed);
    if (typed.kind !== 'decimal') continue;
    if (isUnbelievable(field, typed.value) && !meant.has(form[field.key])) fields.set(field.key, { kind: 'unbelievable', value: typed.value });
    readings[field.key] = typed.value;
  }
  const given = form.instruments.map(trimmed);
  const used = given.filter(isUsed);
  const instruments = given.flatMap((one, at) => (isUsed(one) && (one.name === '' || one.serial === '') ? [at] : []));
  if (fields.size > 0 || instruments.length > 0) return { kind: 'problems', fields, instruments };
  if (Object.keys(readings).length === 0 && form.sky === '' && used.length === 0) return { kind: 'empty' };
  const written = used.map(({ name, serial, calibrated }) => ({ name, serial, ...(calibrated === '' ? {} : { calibrated }) }));
  return {
    kind: 'card',
    values: { ...readings, ...(form.sky === '' ? {} : { sky: form.sky }), ...(written.length === 0 ? {} : { instruments: written }) },
  };
}

const trimmed = ({ name, serial, calibrated }: InstrumentForm): InstrumentForm => ({
  name: storable(name).trim(),
  serial: storable(serial).trim(),
  calibrated,
});
const isUsed = ({ name, serial, calibrated }: InstrumentForm): boolean => name + serial + calibrated !== '';
