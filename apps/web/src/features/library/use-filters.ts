'use client';

import { isOfType } from '@heliograph/domain';
import { useState } from 'react';
import type { ListedProcedure } from '../procedure/use-procedures.ts';

export interface Filters {
  readonly category: string | null;
  readonly equipment: string | null;
  readonly tag: string | null;
  pickCategory(code: string | null): void;
  pickEquipment(type: string | null): void;
  pickTag(tag: string | null): void;
  /** Something is asked. */
  readonly isNarrow: boolean;
  /** How many of them are on. */
  readonly count: number;
  clear(): void;
  passes(procedure: ListedProcedure): boolean;
}

/** What the list is narrowed to. A procedure that cannot be read on this phone passes only while nothing is asked. */
export function useFilters(initialEquipment: string | null): Filters {
  const [category, pickCategory] = useState<string | null>(null);
  const [equipment, pickEquipment] = useState(initialEquipment);
  const [tag, pickTag] = useState<string | null>(null);
  const count = [category, equipment, tag].filter((one) => one !== null).length;
  const isNarrow = count > 0;
  return {
    ...{ category, equipment, tag, isNarrow, count, pickCategory, pickEquipment, pickTag },
    clear: () => {
      pickCategory(null);
      pickEquipment(null);
      pickTag(null);
    },
    passes: ({ content }) => {
      if (!isNarrow) return true;
      const fitsTag = tag === null || (content?.tags.includes(tag) ?? false);
      const fitsCategory = category === null || content?.category === category;
      const fitsEquipment =
        equipment === null || (content?.equipmentTypes.some((wanted) => isOfType(equipment, wanted) || wanted === equipment) ?? false);
      return fitsCategory && fitsEquipment && fitsTag;
    },
  };
}

/** What occurs in the library, the most frequent first. */
export function occurring(
  library: readonly ListedProcedure[],
  codesOf: (content: NonNullable<ListedProcedure['content']>) => readonly string[],
): readonly string[] {
  const counts = new Map<string, number>();
  for (const { content } of library) for (const code of content === null ? [] : codesOf(content)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([code]) => code);
}
