import type { Language } from '../../../platform/preferences.ts';
import type { Input, Output } from '../../../platform/rpc.ts';

export type TipItem = Output<'tip.get'>['tip'];

export const TEXTS = ['fr_title', 'fr_content', 'en_title', 'en_content'] as const;
export type TextName = (typeof TEXTS)[number];

export const FIELDS = [...TEXTS, 'category', 'tags', 'models'] as const;
/** What is in the form, as it was typed and chosen. */
export type TipDraft = Readonly<Record<(typeof FIELDS)[number], string>> & Pick<TipItem, 'photos'> & { readonly defects: readonly string[] };

export const emptyTip: TipDraft = {
  ...{ fr_title: '', fr_content: '', en_title: '', en_content: '', category: 'safety', tags: '', models: '' },
  ...{ defects: [], photos: [] },
};

/** A stored tip as the form shows it: the language it was not written in is left to be filled. */
export const draftOf = ({ title, content, language, category, tags, links, photos }: TipItem): TipDraft => ({
  fr_title: language === 'en' ? '' : title.fr,
  fr_content: language === 'en' ? '' : content.fr,
  en_title: language === 'fr' ? '' : title.en,
  en_content: language === 'fr' ? '' : content.en,
  category,
  tags: tags.join(', '),
  models: links.models?.join(', ') ?? '',
  defects: links.defects ?? [],
  photos,
});

export type Problems = Partial<Record<TextName, 'needTitle' | 'needContent'>>;

const listed = (typed: string): string[] => [
  ...new Set(
    typed
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean),
  ),
];

type Text = Omit<Input<'tip.update'>, 'id' | 'revision'>;

/** The form as the server takes it; problems by field where it cannot. @param before what a form does not show stays */
export function readTip(draft: TipDraft, before: Pick<TipItem, 'links'> | null): { text: Text; problems: Problems; isSound: boolean } {
  const problems: Problems = {};
  for (const language of ['fr', 'en'] as const) {
    const [title, content] = [draft[`${language}_title`].trim(), draft[`${language}_content`].trim()];
    if (content !== '' && title === '') problems[`${language}_title`] = 'needTitle';
    if (title !== '' && content === '') problems[`${language}_content`] = 'needContent';
  }
  const written = (['fr', 'en'] as const).filter((language) => draft[`${language}_title`].trim() !== '');
  const [first] = written;
  if (first === undefined && Object.keys(problems).length === 0) problems.fr_title = 'needTitle';
  const only: Language | null = written.length === 1 ? (first ?? null) : null;
  const both = (part: 'title' | 'content') => {
    const [fr, en] = [draft[`fr_${part}`].trim(), draft[`en_${part}`].trim()];
    return { fr: only === 'en' ? en : fr, en: only === 'fr' ? fr : en };
  };
  const { models: _models, defects: _defects, ...links } = before?.links ?? {};
  const models = listed(draft.models);
  const about = { ...(models.length === 0 ? {} : { models }), ...(draft.defects.length === 0 ? {} : { defects: [...draft.defects] }) };
  const text = {
    ...{ title: both('title'), content: both('content'), language: only, category: draft.category, tags: listed(draft.tags) },
    ...{ links: { ...links, ...about }, photos: [...draft.photos] },
  };
  return { text, problems, isSound: Object.keys(problems).length === 0 };
}
