'use client';

import type { HeldTip } from '@heliograph/offline';
import { Cluster, List, ListRow, Section, StateMark } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { useCatalogueNames } from '../procedure/catalogue-names.ts';
import { tipMessages } from './messages.ts';
import { TipSheet } from './tip-sheet.tsx';
import { TipState } from './tip-state.tsx';

interface TipListProps {
  readonly title: string;
  /** In this order. */
  readonly tips: readonly HeldTip[];
}

/** Tips, each opening over the list, so that what was searched or done stays where it was. Nothing at all where there is none. */
export function TipList({ title, tips }: TipListProps) {
  const t = useMessages(tipMessages);
  const language = useLanguage();
  const names = useCatalogueNames();
  const [opened, setOpened] = useState<string | null>(null);
  if (tips.length === 0) return null;
  return (
    <Section title={title} aside={tips.length}>
      <List>
        {tips.map((tip) => (
          <ListRow
            key={tip.id}
            title={tip.title[language]}
            detail={
              <Cluster gap={3}>
                {names.tipCategory(tip.category)}
                <TipState tip={tip} />
              </Cluster>
            }
            trailing={tip.rated ? <StateMark mark="conform" label={t.useful} size="small" /> : undefined}
            onClick={() => setOpened(tip.id)}
          />
        ))}
      </List>
      <TipSheet tip={tips.find(({ id }) => id === opened) ?? null} onClose={() => setOpened(null)} />
    </Section>
  );
}
