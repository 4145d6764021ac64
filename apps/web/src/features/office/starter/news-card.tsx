'use client';

import type { Localized } from '@heliograph/domain';
import { Button, Card, Cluster, type Mark, Stack, StateMark, Text } from '@heliograph/ui';
import { useLocalized, useMessages } from '../../../platform/messages.ts';
import { pathTo } from '../../../platform/router.ts';
import type { Output } from '../../../platform/rpc.ts';
import { useDoor } from '../../../platform/use-door.ts';
import { useCatalogueNames } from '../../procedure/catalogue-names.ts';
import { useCan } from '../shared/use-can.ts';
import { Decision } from './decision.tsx';
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
        {useCan('procedure.write') && <ProcedureDecision item={item} onTaken={onTaken} />}
      </Stack>
    </Card>
  );
}

function ProcedureDecision({ item: { slug, title, hasDraft }, onTaken }: { item: Item; onTaken(taken: Taken): void }) {
  const t = useMessages(starterMessages);
  const take = useDoor('starter.take');
  const decline = useDoor('starter.decline');
  const takeOver = async () => {
    const answer = await take.go({ slug });
    if (answer !== null) onTaken({ ...answer, title });
  };
  return (
    <Decision
      take={{ ...take, label: t.take, run: takeOver }}
      decline={{ ...decline, run: () => decline.go({ slug }) }}
      hasDraft={hasDraft}
      draft={{ text: t.draft, label: t.openDraft, href: pathTo('/office/procedures/:code', { code: slug }) }}
    />
  );
}
