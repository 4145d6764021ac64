import * as z from 'zod/mini';
import { photoHashSchema, type UserId } from '../ids.ts';
import type { Actor } from '../permission/can.ts';
import { can } from '../permission/can.ts';
import { languageSchema, localizedSchema, plainText } from '../text.ts';

/** Where one version of a tip stands: only an approved one is seen by others than its author and those who approve. */
export const tipStateSchema = z.enum(['draft', 'submitted', 'approved', 'rejected']);
export type TipState = z.infer<typeof tipStateSchema>;

/** A starter tip has a word for an id, one that a person wrote a uuid. */
export const tipIdSchema = plainText(64).check(z.minLength(1));

const code = plainText(80).check(z.minLength(1));
const few = <S extends z.core.$ZodType>(schema: S) => z.array(schema).check(z.maxLength(20));

/** What a tip belongs to: it is shown there. */
export const tipLinksSchema = z.object({
  /** Slugs: a tip outlives the version it was written on. */
  procedures: z.optional(few(code)),
  steps: z.optional(few(z.object({ procedure: code, step: code }))),
  /** Manufacturers' models, as the equipment's sheets write them. */
  models: z.optional(few(code)),
  defects: z.optional(few(code)),
});
export type TipLinks = z.infer<typeof tipLinksSchema>;

/** A photo of a tip, by its hash; the bytes travel as those of evidence do. */
export const tipPhotoSchema = z.object({ sha: photoHashSchema, width: z.int(), height: z.int() });
export type TipPhoto = z.infer<typeof tipPhotoSchema>;

/** What a tip shows at most: it is read on a phone, in the middle of something else. */
export const MOST_TIP_PHOTOS = 8;

const short = plainText(120).check(z.trim(), z.minLength(1, 'a tip has a title'));
const long = plainText(4000).check(z.trim(), z.minLength(1, 'a tip says something'));
const text = {
  category: code,
  tags: few(plainText(40).check(z.minLength(1))),
  links: tipLinksSchema,
  photos: z.array(tipPhotoSchema).check(z.maxLength(MOST_TIP_PHOTOS)),
};

/** A tip as a person in the field writes it: once, in their own language. */
export const tipNoteSchema = z.object({ language: languageSchema, title: short, content: long, ...text });
export type TipNote = z.infer<typeof tipNoteSchema>;

/** What one version of a tip says. `language`: written in that one alone, and shown as it is in the other. */
export const tipTextSchema = z.object({
  title: z.extend(localizedSchema, { fr: short, en: short }),
  content: z.extend(localizedSchema, { fr: long, en: long }),
  language: z.nullable(languageSchema),
  ...text,
});
export type TipText = z.infer<typeof tipTextSchema>;

/** A note as every reader's language shows it: as it was written, until somebody translates it. */
export const textOfNote = ({ title, content, ...note }: TipNote): TipText => ({
  ...note,
  title: { fr: title, en: title },
  content: { fr: content, en: content },
});

/** How a tip stands to those who act on it. */
export interface TipStanding {
  /** Null: it came with the starter library. */
  readonly author: UserId | null;
  readonly state: TipState;
  /** Some version of it is in everybody's hands. */
  readonly isPublished: boolean;
  readonly isArchived: boolean;
}

const mayApprove = (actor: Pick<Actor, 'role'>): boolean => can({ ...actor, deliverOnly: false }, 'tip.approve');

/** Others than its author and those who approve see a tip once it is approved, and no longer when it is put away. */
export const maySeeTip = (actor: Pick<Actor, 'user' | 'role'>, { author, isPublished, isArchived }: TipStanding): boolean =>
  mayApprove(actor) || author === actor.user || (isPublished && !isArchived);

/** Its author, until it is put away; and those who approve. What they write takes effect once it is approved. */
export const mayWriteTip = (actor: Pick<Actor, 'user' | 'role'>, { author, isArchived }: TipStanding): boolean =>
  mayApprove(actor) || (author === actor.user && !isArchived);

/** An author may take back what nobody else has seen yet; what is in everybody's hands is for those who approve. */
export const mayArchiveTip = (actor: Pick<Actor, 'user' | 'role'>, { author, isPublished }: TipStanding): boolean =>
  mayApprove(actor) || (author === actor.user && !isPublished);

/** Why an act does not fit the state; null where it does. */
export function tipObstacle(act: 'submit' | 'approve' | 'reject' | 'archive', { state, isArchived }: TipStanding): 'archived' | TipState | null {
  // Approving takes a tip out of the drawer as well.
  if (isArchived && act !== 'approve') return 'archived';
  switch (act) {
    case 'submit':
      return state === 'draft' || state === 'rejected' ? null : state;
    case 'approve':
      return state === 'approved' && !isArchived ? state : null;
    case 'reject':
      return state === 'submitted' ? null : state;
    case 'archive':
      return null;
  }
}
