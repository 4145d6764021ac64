'use client';

import { Button, Cluster, EmptyState, Notice, Skeleton, Stack, StateMark, Text, Title } from '@heliograph/ui';
import { useState } from 'react';
import { useLocalized, useMessages } from '../../../platform/messages.ts';
import { pathTo } from '../../../platform/router.ts';
import { useTitle } from '../../../platform/title.ts';
import { trpc, useLive } from '../../../platform/trpc.tsx';
import { OfficeFrame } from '../office-frame.tsx';
import { Sides } from '../procedures/compare-page.tsx';
import { Read, Unread } from '../shared/page-state.tsx';
import { starterMessages } from './messages.ts';
import { NewsCard, type Taken } from './news-card.tsx';
import { TipNews } from './tip-news.tsx';

/** What the starter library has for the organisation: news to take over as drafts or to decline; or one of them beside what is in use. */
export default function StarterPage({ code }: { code?: string }) {
  const t = useMessages(starterMessages);
  const live = useLive();
  useTitle(t.title);
  return <OfficeFrame liveness={live}>{code === undefined ? <News /> : <Compared code={code} />}</OfficeFrame>;
}

function News() {
  const t = useMessages(starterMessages);
  const say = useLocalized();
  const news = trpc.starter.list.useQuery();
  const tips = trpc.starter.tips.useQuery();
  const count = news.data === undefined || tips.data === undefined ? null : news.data.items.length + tips.data.items.length;
  const [taken, setTaken] = useState<Taken | null>(null);
  return (
    <Stack gap={5}>
      <Cluster>
        <Button kind="quiet" icon="arrow-left" href="/office/procedures">
          {t.procedures}
        </Button>
      </Cluster>
      <Title level={1}>{t.title}</Title>
      <Text>{t.lead}</Text>
      {taken !== null && (
        <Notice
          tone="conform"
          isLive
          title={t.taken(say(taken.title))}
          action={<Button href={pathTo('/office/procedures/:code', { code: taken.slug })}>{t.openDraft}</Button>}
        >
          {t.kept(taken.kept)}
        </Notice>
      )}
      {news.isPending && <Skeleton label={t.loading} lines={6} />}
      {news.isError && <Unread title={t.failed} error={news.error} onRetry={() => void news.refetch()} />}
      {tips.isError && <Unread title={t.tipsFailed} error={tips.error} onRetry={() => void tips.refetch()} />}
      {count === 0 && (
        <EmptyState icon="check" title={t.nothing}>
          {t.nothingText}
        </EmptyState>
      )}
      {count !== null && count > 0 && (
        <Text kind="small" isSoft>
          <span role="status">{t.news(count)}</span>
        </Text>
      )}
      {news.data?.items.map((item) => (
        <NewsCard key={item.slug} item={item} onTaken={setTaken} />
      ))}
      {tips.data !== undefined && <TipNews items={tips.data.items} />}
    </Stack>
  );
}

function Compared({ code }: { code: string }) {
  const t = useMessages(starterMessages);
  const compared = trpc.starter.compare.useQuery({ slug: code });
  return (
    <Stack gap={5}>
      <Cluster>
        <Button kind="quiet" icon="arrow-left" href="/office/starter">
          {t.back}
        </Button>
      </Cluster>
      <Title level={1} eyebrow={code}>
        {t.compare}
      </Title>
      <Read
        query={compared}
        words={t}
        missing={
          <EmptyState icon="check" title={t.nothing}>
            {t.nothingText}
          </EmptyState>
        }
      >
        {(shown) => (
          <>
            <StateMark mark={shown.kind === 'both' ? 'attention' : 'doing'} label={t[`kind_${shown.kind}`]} />
            <Sides compared={shown} laterName={t.offered} />
          </>
        )}
      </Read>
    </Stack>
  );
}
