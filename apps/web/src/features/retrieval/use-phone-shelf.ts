'use client';

import { type Passage, passageOfTip, passagesOfProcedure, type Shelf, shelfOf } from '@heliograph/domain/assistant/grounding';
import { useMemo } from 'react';
import { useRefs } from '../../platform/field-context.tsx';
import { useLibrary } from '../procedure/use-procedures.ts';

export interface PhoneShelf extends Shelf {
  /** Where a procedure of the shelf is read. */
  hrefOf(slug: string, step: string | null): string | undefined;
}

/** The library of this phone, for questions without a network; undefined until the disk has answered. */
export function usePhoneShelf(): PhoneShelf | undefined {
  const library = useLibrary();
  const tips = useRefs('tip');
  return useMemo(() => {
    if (library === undefined || tips === undefined) return undefined;
    const passages: Passage[] = library.flatMap(({ content }) => (content === null ? [] : passagesOfProcedure(content)));
    return {
      ...shelfOf([...passages, ...tips.map(passageOfTip)]),
      hrefOf: (slug, step) => {
        const hash = library.find(({ ref }) => ref.slug === slug)?.ref.hash;
        return hash === undefined ? undefined : `/app/procedures/${hash}${step === null ? '' : `?step=${encodeURIComponent(step)}`}`;
      },
    };
  }, [library, tips]);
}
