import type { Localized } from '../../text.ts';

/** What a starter library says in a tip. Its pictures, and what it belongs to, are the organisation's own. */
export interface StarterTip {
  readonly title: Localized;
  readonly content: Localized;
  readonly category: string;
  readonly tags: readonly string[];
}

/** That part of anything that holds it: what a hash is taken over. */
export const starterPart = ({ title, content, category, tags }: StarterTip): StarterTip => ({
  title: { fr: title.fr, en: title.en },
  content: { fr: content.fr, en: content.en },
  category,
  tags: [...tags],
});

interface Sides {
  readonly base: StarterTip;
  /** As the organisation has it now. */
  readonly own: StarterTip;
  readonly offered: StarterTip;
}

/**
 * A tip that both have changed: what only the library changed is taken, what the organisation changed stays. `kept`: in how many places both had
 * changed the same, and the organisation's words stay.
 */
export function mergeTips({ base, own, offered }: Sides): { readonly tip: StarterTip; readonly kept: number } {
  let kept = 0;
  const pick = <T>(was: T, mine: T, theirs: T): T => {
    if (isSame(was, mine)) return theirs;
    if (!isSame(was, theirs) && !isSame(mine, theirs)) kept += 1;
    return mine;
  };
  const words = (field: 'title' | 'content'): Localized => ({
    fr: pick(base[field].fr, own[field].fr, offered[field].fr),
    en: pick(base[field].en, own[field].en, offered[field].en),
  });
  const tip = {
    title: words('title'),
    content: words('content'),
    category: pick(base.category, own.category, offered.category),
    tags: pick(base.tags, own.tags, offered.tags),
  };
  return { tip, kept };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
