import { type Language, type Payload, storable, type TipLinks, type TipPhoto, tipLinksSchema, tipPhotoSchema, uuidv7 } from '@heliograph/domain';
import type { HeldTip } from '@heliograph/offline';
import * as z from 'zod/mini';

/** A tip while it is written, as it is kept on the disk. `id`: the tip's, given when it was begun, so that its photos can be recorded at once. */
export interface TipDraft {
  readonly id: string;
  readonly title: string;
  readonly content: string;
  readonly category: string;
  /** As typed. */
  readonly tags: string;
  readonly model: string;
  readonly links: TipLinks;
  readonly photos: readonly TipPhoto[];
}

const draftSchema = z.object({
  ...{ id: z.string(), title: z.string(), content: z.string(), category: z.string(), tags: z.string(), model: z.string() },
  links: tipLinksSchema,
  photos: z.array(tipPhotoSchema),
});

/** A tip not yet begun. @param where the step or procedure it is written from */
export const emptyDraft = (links: TipLinks): TipDraft => ({
  id: uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10))),
  ...{ title: '', content: '', category: 'safety', tags: '', model: '', links, photos: [] },
});

/** One's own tip, to be written anew. */
export const draftOf = ({ id, title, content, category, tags, links = {}, photos = [], language }: HeldTip, spoken: Language): TipDraft => ({
  ...{ id, category, photos, links },
  title: title[language ?? spoken],
  content: content[language ?? spoken],
  tags: tags.join(', '),
  model: links.models?.join(', ') ?? '',
});

/** What lies on the disk, if it is such a draft; else the one given. */
export function readDraft(text: string, otherwise: TipDraft): TipDraft {
  try {
    return draftSchema.parse(JSON.parse(text));
  } catch {
    return otherwise;
  }
}

const listed = (typed: string): string[] => [
  ...new Set(
    typed
      .split(',')
      .map((one) => one.trim().slice(0, 40))
      .filter(Boolean),
  ),
];

/** The operation's payload; what is longer than it may be is refused when it is recorded, never cut. */
export function noteOf({ title, content, category, tags, model, links, photos }: TipDraft, language: Language): Payload<'tip'> {
  const models = listed(model);
  const { models: _before, ...rest } = links;
  return {
    ...{ submit: true, language, category, tags: listed(storable(tags)).slice(0, 20), photos: [...photos] },
    title: storable(title).trim(),
    content: storable(content).trim(),
    links: { ...rest, ...(models.length === 0 ? {} : { models }) },
  };
}
