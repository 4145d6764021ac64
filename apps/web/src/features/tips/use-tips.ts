'use client';

import { fold, type HeldTip } from '@heliograph/offline';
import { useField, useLocalView, useRefs } from '../../platform/field-context.tsx';

/** Every tip on this phone, those put away apart; undefined until the disk has answered. */
export function useTips(): readonly HeldTip[] | undefined {
  return useLocalView((view) => view.tips);
}

/** Whether a tip is for anybody to use: what was put away or sent back is its author's alone. */
export const isInUse = ({ state }: HeldTip): boolean => state !== 'archived';

/** Whether every word typed stands in the tip, in either language, without regard to accents. Nothing typed is in all of them. */
export function holdsWords({ title, content }: Pick<HeldTip, 'title' | 'content'>, typed: string): boolean {
  const said = fold([title.fr, title.en, content.fr, content.en].join(' '));
  return fold(typed)
    .split(/\s+/)
    .every((word) => said.includes(word));
}

/** What its author is called; null where it came with the starter library. */
export function useAuthorName(): (tip: HeldTip) => string | null {
  const people = useRefs('person');
  const { user } = useField().identity;
  return ({ author }) => {
    if (author === undefined) return null;
    return people?.find(({ id }) => id === author)?.name ?? (author === user.id ? user.name : null);
  };
}
