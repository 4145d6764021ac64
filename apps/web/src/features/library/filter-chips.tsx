'use client';

import { Stack } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { useEquipmentName } from '../assets/equipment-names.ts';
import { useCatalogueNames } from '../procedure/catalogue-names.ts';
import type { ListedProcedure } from '../procedure/use-procedures.ts';
import { libraryMessages } from './messages.ts';
import { OneOf } from './one-of.tsx';
import { type Filters, occurring } from './use-filters.ts';

/** A row to slide through, not an index. */
const MOST_TAGS = 15;

/** By what is done, and by what it is done to. */
export function FilterChips({ library, filters }: { library: readonly ListedProcedure[]; filters: Filters }) {
  const t = useMessages(libraryMessages);
  const names = useCatalogueNames();
  const equipmentName = useEquipmentName();
  const categories = occurring(library, ({ category }) => [category]);
  const types = occurring(library, ({ equipmentTypes }) => equipmentTypes);
  const tags = occurring(library, (content) => content.tags).slice(0, MOST_TAGS);
  const chosen = filters.equipment;
  // The type of the equipment in hand may answer to a family: it is offered all the same.
  const offered = chosen === null || types.includes(chosen) ? types : [chosen, ...types];
  return (
    <Stack gap={3}>
      <OneOf
        label={t.category}
        all={t.all}
        options={categories.map((value) => ({ value, label: names.category(value) }))}
        value={filters.category}
        onChange={filters.pickCategory}
      />
      <OneOf
        label={t.equipment}
        all={t.allEquipment}
        options={offered.map((value) => ({ value, label: equipmentName(value) }))}
        value={chosen}
        onChange={filters.pickEquipment}
      />
      <OneOf
        label={t.tag}
        all={t.allTags}
        options={tags.map((value) => ({ value, label: names.keyword(value) }))}
        value={filters.tag}
        onChange={filters.pickTag}
      />
    </Stack>
  );
}
