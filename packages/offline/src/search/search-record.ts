import type { RefRow } from '@heliograph/sync';
import * as z from 'zod/mini';
import type { ProcedureBytes } from '../cache/cache.ts';

export type SearchKind = 'procedure' | 'tip' | 'site' | 'asset';
export type SearchField = 'title' | 'code' | 'tags' | 'step' | 'text';

/** One place of a record where words are looked for; in every language it is written in. */
export interface SearchPart {
  readonly field: SearchField;
  /** Id of the step. */
  readonly id?: string;
  readonly text: string;
}

export interface SearchRecord {
  readonly kind: SearchKind;
  readonly id: string;
  /** Changes when the record does. */
  readonly stamp: string;
  readonly parts: readonly SearchPart[];
}

const both = z.catch(z.object({ fr: z.string(), en: z.string() }), { fr: '', en: '' });
/** As much of a procedure as a search reads. Whatever a newer version adds is left alone. */
const readableSchema = z.object({
  title: both,
  description: both,
  tags: z.catch(z.array(z.string()), []),
  steps: z.catch(z.array(z.object({ id: z.string(), title: both, instructions: both })), []),
});

const inBoth = ({ fr, en }: { fr: string; en: string }): string => `${fr}\n${en}`;

/** What can be looked for: the rows in the cache, and the contents of the procedures they name. */
export function searchRecords(refs: readonly RefRow[], procedures: readonly ProcedureBytes[]): SearchRecord[] {
  const contents = new Map<string, unknown>(procedures.map(({ hash, content }) => [hash, content]));
  return refs.flatMap((ref) => {
    const parts = partsOf(ref, contents);
    return parts === null ? [] : [{ ...parts, id: ref.id }];
  });
}

function partsOf(ref: RefRow, contents: ReadonlyMap<string, unknown>): Omit<SearchRecord, 'id'> | null {
  if (ref.body === null) return null;
  const stamp = String(ref.q);
  switch (ref.kind) {
    case 'site':
    case 'asset':
      return { kind: ref.kind, stamp, parts: named(ref.body) };
    case 'tip':
      return tipRecord(ref.body);
    case 'procedure': {
      const content = contents.get(ref.body.hash);
      // Known by name only, until its bytes are there.
      return {
        kind: 'procedure',
        stamp: content === undefined ? stamp : `${stamp} ${ref.body.hash}`,
        parts: [part('code', ref.body.slug), ...procedureParts(content)],
      };
    }
    default:
      return null;
  }
}

/** A tip that was changed on this phone has no number yet: what it says is its stamp. */
function tipRecord({ title, content, tags, links }: Extract<RefRow, { kind: 'tip' }>['body'] & object): Omit<SearchRecord, 'id'> {
  const names = [...tags, ...(links?.models ?? []), ...(links?.defects ?? [])].join(' ');
  const parts = [part('title', inBoth(title)), part('text', inBoth(content)), part('tags', names)];
  return { kind: 'tip', stamp: parts.map(({ text }) => text).join('\n'), parts };
}

const part = (field: SearchField, text: string): SearchPart => ({ field, text });

const named = (body: { name: string; code: string; serial?: string | undefined; address?: string | undefined }): SearchPart[] => [
  part('title', body.name),
  part('code', `${body.code} ${body.serial ?? ''}`),
  part('text', body.address ?? ''),
];

function procedureParts(content: unknown): SearchPart[] {
  const read = readableSchema.safeParse(content);
  if (!read.success) return [];
  const { title, description, tags, steps } = read.data;
  const ofSteps = steps.map(({ id, title: name, instructions }) => ({
    field: 'step' as const,
    id,
    text: `${inBoth(name)}\n${inBoth(instructions)}`,
  }));
  return [part('title', inBoth(title)), part('text', inBoth(description)), part('tags', tags.join(' ')), ...ofSteps];
}
