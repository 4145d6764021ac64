'use client';

import { Button, Card, Disclosure, Facts, Notice, Section, Stack, StateMark, Text } from '@heliograph/ui';
import { useState } from 'react';
import { useLocalized, useMessages } from '../../../platform/messages.ts';
import type { Output } from '../../../platform/rpc.ts';
import { useDoor } from '../../../platform/use-door.ts';
import { useCatalogueNames } from '../../procedure/catalogue-names.ts';
import { useCan } from '../shared/use-can.ts';
import { Decision } from './decision.tsx';
import { starterMessages } from './messages.ts';
import { KIND_MARKS } from './news-card.tsx';

type Item = Output<'starter.tips'>['items'][number];
const pathOf = (id: string): string => `/office/tips?tip=${encodeURIComponent(id)}`;

/** Tips that the library has for the organisation; nothing where there are none. */
export function TipNews({ items }: { items: readonly Item[] }) {
  const t = useMessages(starterMessages);
  const say = useLocalized();
  const [taken, setTaken] = useState<Item | null>(null);
  if (items.length === 0 && taken === null) return null;
  return (
    <Section title={t.tips}>
      <Stack gap={4}>
        {taken !== null && (
          <Notice tone="conform" isLive title={t.tipTaken(say(taken.offered.title))} action={<Button href={pathOf(taken.id)}>{t.openTip}</Button>}>
            {t.tipTakenText}
          </Notice>
        )}
        {items.map((item) => (
          <TipCard key={item.id} item={item} onTaken={() => setTaken(item)} />
        ))}
      </Stack>
    </Section>
  );
}

interface TipCardProps {
  readonly item: Item;
  onTaken(): void;
}

function TipCard({ item, onTaken }: TipCardProps) {
  const t = useMessages(starterMessages);
  const say = useLocalized();
  const names = useCatalogueNames();
  const { kind, offered, own } = item;
  return (
    <Card title={say(offered.title)} detail={[names.tipCategory(offered.category), ...offered.tags.map(names.keyword)].join(' · ')}>
      <Stack gap={4}>
        <StateMark mark={KIND_MARKS[kind]} label={t[`kind_${kind}`]} />
        {own === null ? (
          <Text>{say(offered.content)}</Text>
        ) : (
          <Disclosure summary={t.compare}>
            <Facts
              items={[
                { label: t.here, value: say(own.content) },
                { label: t.offered, value: say(offered.content) },
              ]}
            />
          </Disclosure>
        )}
        {useCan('tip.approve') && <TipDecision item={item} onTaken={onTaken} />}
      </Stack>
    </Card>
  );
}

function TipDecision({ item: { id, hasDraft }, onTaken }: TipCardProps) {
  const t = useMessages(starterMessages);
  const take = useDoor('starter.takeTip');
  const decline = useDoor('starter.declineTip');
  const takeOver = async () => {
    if ((await take.go({ id })) !== null) onTaken();
  };
  return (
    <Decision
      take={{ ...take, label: t.takeTip, run: takeOver }}
      decline={{ ...decline, run: () => decline.go({ id }) }}
      hasDraft={hasDraft}
      draft={{ text: t.tipWritten, label: t.openTip, href: pathOf(id) }}
    />
  );
}
