'use client';

import type { Localized } from '@heliograph/domain';
import { EmptyState, Stack, Table, Text, Title } from '@heliograph/ui';
import { useFormat } from '../../../platform/format.ts';
import { useLocalized, useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import type { Output } from '../../../platform/rpc.ts';
import { useTitle } from '../../../platform/title.ts';
import { refetchEvery, trpc, useLive } from '../../../platform/trpc.tsx';
import { OfficeFrame } from '../office-frame.tsx';
import { useAddress } from '../shared/address.ts';
import { useColleagues, useSites } from '../shared/every-page.ts';
import { PagedList } from '../shared/paged-list.tsx';
import { usePages } from '../shared/use-pages.ts';
import { useSteady } from '../shared/use-steady.ts';
import { linesOf, namedStep } from './act-details.ts';
import { pathOfSubject } from './act-subject.ts';
import { actWords, wordsOfAct } from './act-words.ts';
import styles from './activity.module.css';
import { ActivityFilters, FILTERS, filterOf } from './activity-filters.tsx';
import { activityMessages } from './messages.ts';

const PAGE = 50;

/** Who did what, when, and from where: newest first. */
export default function ActivityPage() {
  const t = useMessages(activityMessages);
  const live = useLive();
  useTitle(t.title);
  return (
    <OfficeFrame liveness={live}>
      <Stack gap={5}>
        <Stack gap={1}>
          <Title>{t.title}</Title>
          <Text kind="small" isSoft>
            {t.lead}
          </Text>
        </Stack>
        <ActivityFilters />
        <Acts every={refetchEvery(live)} />
      </Stack>
    </OfficeFrame>
  );
}

function Acts({ every }: { every: number | false }) {
  const t = useMessages(activityMessages);
  const { values } = useAddress(FILTERS);
  const filter = { limit: PAGE, ...filterOf({ ...values, query: useSteady(values.query) }) };
  const { client } = trpc.useUtils();
  const { pages, rows } = usePages({
    key: ['activity', filter],
    read: (at, options) => client.activity.list.query({ ...filter, ...at }, options),
    every,
  });
  return (
    <PagedList pages={pages} rows={rows} words={t} empty={<EmptyState title={t.empty}>{t.emptyText}</EmptyState>}>
      {(shown) => <ActTable rows={shown} />}
    </PagedList>
  );
}

function ActTable({ rows }: { rows: readonly Act[] }) {
  const t = useMessages(activityMessages);
  const acts = useMessages(actWords);
  const format = useFormat();
  const language = useLanguage();
  const names = useNames();
  const say = useLocalized();
  return (
    <Table
      caption={t.title}
      isCaptionHidden
      rows={rows}
      rowKey={({ id }) => id}
      isFolding
      columns={[
        { key: 'when', label: t.when, isWhole: true, cell: ({ at }) => format.moment(at) },
        { key: 'who', label: t.who, cell: ({ actor, action }) => actor?.name ?? (action.startsWith('server.') ? t.group_server : t.nobody) },
        { key: 'what', label: t.what, isPrimary: true, cell: ({ action, subject }) => <What words={wordsOfAct(acts, action)} subject={subject} /> },
        {
          key: 'details',
          label: t.details,
          isLong: true,
          cell: ({ details, work }) => (
            <Lines lines={[...(work === null ? [] : [nameOfWork(work, say)]), ...linesOf(namedStep(details, work, say), { language, names })]} />
          ),
        },
        { key: 'where', label: t.where, cell: ({ address }) => address },
      ]}
    />
  );
}

type Act = Output<'activity.list'>['items'][number];

/** What was done, and the way to what it was done to. */
function What({ words, subject }: Pick<Act, 'subject'> & { words: string }) {
  const path = pathOfSubject(subject);
  return path === null ? words : <a href={path}>{words}</a>;
}

const nameOfWork = ({ title, site, asset }: NonNullable<Act['work']>, say: (text: Localized) => string): string =>
  [say(title), site, asset].filter((part) => part !== null).join(' · ');

function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <div className={styles.lines}>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}

/** People and sites that an act may name by their ids. */
function useNames(): ReadonlyMap<string, string> {
  const [people, sites] = [useColleagues().data ?? [], useSites().data ?? []];
  return new Map([...people, ...sites].map(({ id, name }) => [id, name]));
}
