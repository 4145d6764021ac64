'use client';

import type { Localized } from '@heliograph/domain';
import { Button, Card, Cluster, type Mark, Notice, Stack, StateMark, Text } from '@heliograph/ui';
import { useRefusal } from '../../../platform/messages/refusals.ts';
import { useLocalized, useMessages } from '../../../platform/messages.ts';
import { pathTo } from '../../../platform/router.ts';
import type { Output } from '../../../platform/rpc.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { reasonOf, useDoor } from '../../../platform/use-door.ts';
import { useCatalogueNames } from '../../procedure/catalogue-names.ts';
import { useCan } from '../shared/use-can.ts';
import { starterMessages } from './messages.ts';

type Item = Output<'starter.list'>['items'][number];
export type Taken = Output<'starter.take'> & { readonly title: Localized };

export const KIND_MARKS: Readonly<Record<Item['kind'], Mark>> = { new: 'conform', changed: 'doing', both: 'attention' };

/** One procedure that the library offers, and what taking it over would mean here. */
export function NewsCard({ item, onTaken }: { item: Item; onTaken(taken: Taken): void }) {
  const t = useMessages(starterMessages);
  const say = useLocalized();
  const names = useCatalogueNames();
  const { slug, kind, title, category, steps } = item;
  return (
    <Card title={say(title)} detail={[names.category(category), t.steps(steps)].join(' · ')}>
      <Stack gap={4}>
        <StateMark mark={KIND_MARKS[kind]} label={t[`kind_${kind}`]} />
        <Text>{t[`text_${kind}`]}</Text>
        {kind !== 'new' && (
          <Cluster>
            <Button kind="quiet" href={pathTo('/office/starter/:code', { code: slug })}>
              {t.compare}
            </Button>
          </Cluster>
        )}
        {useCan('procedure.write') && <Decision item={item} onTaken={onTaken} />}
      </Stack>
    </Card>
  );
}

function Decision({ item: { slug, title, hasDraft }, onTaken }: { item: Item; onTaken(taken: Taken): void }) {
  const t = useMessages(starterMessages);
  const refusal = useRefusal();
  const utils = trpc.useUtils();
  const take = useDoor('starter.take');
  const decline = useDoor('starter.decline');
  const refused = take.refused ?? decline.refused;
  const isWritten = hasDraft || reasonOf(refused) === 'draft_exists';
  const run = async <Answer,>(doing: Promise<Answer>): Promise<Answer> => {
    const answer = await doing;
    await utils.invalidate();
    return answer;
  };
  const takeOver = async () => {
    const answer = await run(take.go({ slug }));
    if (answer !== null) onTaken({ ...answer, title });
  };
  return (
    <Stack gap={3}>
      {isWritten && (
        <Notice tone="watch" action={<Button href={pathTo('/office/procedures/:code', { code: slug })}>{t.openDraft}</Button>}>
          {t.draft}
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
            {t.take}
          </Button>
        )}
        <Button kind="quiet" isBusy={decline.isBusy} onClick={() => void run(decline.go({ slug }))}>
          {t.decline}
        </Button>
      </Cluster>
    </Stack>
  );
}
