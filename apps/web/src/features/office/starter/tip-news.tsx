'use client';

import { Button, Card, Cluster, Disclosure, Facts, Notice, Section, Stack, StateMark, Text } from '@heliograph/ui';
import { useState } from 'react';
import { useRefusal } from '../../../platform/messages/refusals.ts';
import { useLocalized, useMessages } from '../../../platform/messages.ts';
import type { Output } from '../../../platform/rpc.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { reasonOf, useDoor } from '../../../platform/use-door.ts';
import { useCatalogueNames } from '../../procedure/catalogue-names.ts';
import { useCan } from '../shared/use-can.ts';
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
    <Card title={say(offered.title)} detail={[names.tipCategory(offered.category), ...offered.tags].join(' · ')}>
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
        {useCan('tip.approve') && <Decision item={item} onTaken={onTaken} />}
      </Stack>
    </Card>
  );
}

function Decision({ item: { id, hasDraft }, onTaken }: TipCardProps) {
  const t = useMessages(starterMessages);
  const refusal = useRefusal();
  const utils = trpc.useUtils();
  const take = useDoor('starter.takeTip');
  const decline = useDoor('starter.declineTip');
  const refused = take.refused ?? decline.refused;
  const isWritten = hasDraft || reasonOf(refused) === 'draft_exists';
  const takeOver = async () => {
    if ((await take.go({ id })) !== null) onTaken();
    await utils.invalidate();
  };
  const putAside = async () => {
    await decline.go({ id });
    await utils.invalidate();
  };
  return (
    <Stack gap={3}>
      {isWritten && (
        <Notice tone="watch" action={<Button href={pathOf(id)}>{t.openTip}</Button>}>
          {t.tipWritten}
        </Notice>
      )}
      {refused !== null && !isWritten && (
        <Notice tone="watch" isLive>
          {refusal(refused)}
        </Notice>
      )}
      <Cluster gap={3}>
        {!isWritten && (
          <Button kind="action" icon="pencil" isBusy={take.isBusy} onClick={() => void takeOver()}>
            {t.takeTip}
          </Button>
        )}
        <Button kind="quiet" isBusy={decline.isBusy} onClick={() => void putAside()}>
          {t.decline}
        </Button>
      </Cluster>
    </Stack>
  );
}
