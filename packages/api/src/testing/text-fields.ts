import * as z from 'zod/mini';

/** One place of an input that takes a text. */
export interface TextField {
  /** `.title.fr`, `.tags[]`, `.attributes{}`; a key of a record that is free: `.attributes{key}` */
  readonly path: string;
  /** Longest text it says it takes, in UTF-16 units. */
  readonly most: number;
  /** Whether any words may stand there: no id, no address, no code of a fixed shape. */
  readonly isFree: boolean;
  /** The input with this text there; what is missing on the way to it is made up. */
  put(input: unknown, text: string): unknown;
}

type Schema = z.core.JSONSchema.BaseSchema;
type Root = Schema;

const UNBOUNDED = 20_000;

/** Every text field of an input, the optional ones and those of every variant included, read from its own schema. */
export function textFields(schema: z.core.$ZodType): readonly TextField[] {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return fieldsOf(root, { root, open: [] });
}

interface Within {
  readonly root: Root;
  /** References on the way here: a schema that holds itself is entered once. */
  readonly open: readonly string[];
}

function fieldsOf(schema: Schema, within: Within): TextField[] {
  if (schema.$ref !== undefined) {
    const { $ref } = schema;
    return within.open.includes($ref) ? [] : fieldsOf(resolve(schema, within.root), { ...within, open: [...within.open, $ref] });
  }
  const variants = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].flatMap((one) => fieldsOf(asSchema(one), within));
  if (schema.type === 'string' && schema.enum === undefined && schema.const === undefined) return [...variants, itself(schema)];
  if (schema.type === 'array') return [...variants, ...itemsOf(schema, within)];
  if (schema.type === 'object') return [...variants, ...propertiesOf(schema, within), ...entriesOf(schema, within)];
  return variants;
}

const itself = ({ maxLength = UNBOUNDED, format, pattern }: Schema): TextField => ({
  path: '',
  most: maxLength,
  isFree: format === undefined && pattern === undefined,
  put: (_, text) => text,
});

const itemsOf = (schema: Schema, within: Within): TextField[] =>
  [schema.items ?? []].flat().flatMap((item) =>
    fieldsOf(asSchema(item), within).map((field) => ({
      ...field,
      path: `[]${field.path}`,
      put: (input, text) => {
        const [first, ...rest] = Array.isArray(input) ? input : [];
        return [field.put(first, text), ...rest];
      },
    })),
  );

const propertiesOf = (schema: Schema, within: Within): TextField[] =>
  Object.entries(schema.properties ?? {}).flatMap(([key, inner]) =>
    fieldsOf(asSchema(inner), within).map((field) => ({
      ...field,
      path: `.${key}${field.path}`,
      put: (input, text) => {
        const filled = objectFor(schema, input, within.root);
        return { ...filled, [key]: field.put(filled[key], text) };
      },
    })),
  );

function entriesOf({ additionalProperties: value, propertyNames }: Schema, within: Within): TextField[] {
  if (typeof value !== 'object') return [];
  const key: TextField = { ...itself(asSchema(propertyNames)), path: '{key}', put: (_, text) => ({ [text]: example(value, within.root) }) };
  const values = fieldsOf(value, within).map((field) => ({
    ...field,
    path: `{}${field.path}`,
    put: (_: unknown, text: string) => ({ entry: field.put(undefined, text) }),
  }));
  return [key, ...values];
}

/** What the input holds of this variant, over what the variant cannot do without. */
function objectFor(schema: Schema, input: unknown, root: Root): Record<string, unknown> {
  const made = Object(example(schema, root));
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return made;
  const properties = new Map(Object.entries(schema.properties ?? {}).map(([key, inner]) => [key, asSchema(inner)]));
  const isOpen = schema.additionalProperties !== false;
  const held = Object.entries(input).filter(([key, value]) =>
    properties.has(key) ? [undefined, value].includes(properties.get(key)?.const) : isOpen,
  );
  return { ...made, ...Object.fromEntries(held) };
}

/** Something small that the schema takes. */
function example(schema: Schema, root: Root): unknown {
  if (schema.$ref !== undefined) return example(resolve(schema, root), root);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const variants = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].map(asSchema);
  if (variants.length > 0) return variants.some(({ type }) => type === 'null') ? null : example(variants[0] ?? {}, root);
  if (schema.type === 'string') return exampleText(schema);
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 1, 1);
  if (schema.type === 'boolean') return false;
  if (schema.type === 'array')
    return Array.from({ length: schema.minItems ?? 0 }, () => example(asSchema([schema.items ?? {}].flat()[0] ?? {}), root));
  if (schema.type !== 'object') return null;
  const needed = new Set(schema.required ?? []);
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => (needed.has(key) ? [[key, example(asSchema(inner), root)]] : [])),
  );
}

/** One of every shape that texts of ours have. */
const SHAPES = ['texte', '01976d4a-6f00-7000-8000-000000000001', 'a'.repeat(64), '2026-06-01', 'x@x.test', 'https://x.test', 's01', '1.5', 'MQ=='];

function exampleText({ pattern, minLength = 0 }: Schema): string {
  const shape = pattern === undefined ? /(?:)/ : new RegExp(pattern);
  return SHAPES.find((text) => text.length >= minLength && shape.test(text)) ?? 'x';
}

const isSchema = (one: unknown): one is Schema => typeof one === 'object' && one !== null;
const asSchema = (one: unknown): Schema => (isSchema(one) ? one : {});

const resolve = ({ $ref = '#' }: Schema, root: Root): Schema =>
  $ref === '#' ? root : asSchema(Object.entries(root.$defs ?? {}).find(([name]) => $ref === `#/$defs/${name}`)?.[1]);
