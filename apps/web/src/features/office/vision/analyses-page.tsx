'use client';

import { type AnalysisState, type AnalysisSummary, bandSchema } from '@heliograph/domain/vision';
import { Button, Cluster, EmptyState, SelectField, Stack, Table, Title } from '@heliograph/ui';
import { photoPath } from '../../../platform/file-paths.ts';
import { useFormat } from '../../../platform/format.ts';
import { useLocalized, useMessages } from '../../../platform/messages.ts';
import { navigate, pathTo } from '../../../platform/router.ts';
import { useTitle } from '../../../platform/title.ts';
import { refetchEvery, trpc, useLive } from '../../../platform/trpc.tsx';
import { AnalysisMark } from '../../vision/analysis-state.tsx';
import { visionMessages } from '../../vision/messages.ts';
import { SeverityMark } from '../../vision/severity-mark.tsx';
import { OfficeFrame } from '../office-frame.tsx';
import { useAddress } from '../shared/address.ts';
import { FilterBar } from '../shared/filter-bar.tsx';
import { PagedList } from '../shared/paged-list.tsx';
import { usePages } from '../shared/use-pages.ts';
import styles from './desk.module.css';
import { officeVisionMessages } from './messages.ts';

const PAGE = 50;
const PLACES = ['state', 'band'] as const;
/** What the list may be narrowed to; without a word it is what waits for a person. */
const GROUPS = {
  toDecide: ['proposed'],
  underWay: ['waiting', 'queued', 'analysing'],
  withoutProposal: ['none', 'failed'],
  decided: ['decided'],
} as const satisfies Record<string, readonly AnalysisState[]>;
type Group = keyof typeof GROUPS | 'allStates';
const GROUP_NAMES: readonly Group[] = ['toDecide', 'underWay', 'withoutProposal', 'decided', 'allStates'];

/** What models propose, waiting for the word of a person; and what became of it. */
export default function AnalysesPage() {
  const t = useMessages(officeVisionMessages);
  const live = useLive();
  useTitle(t.title);
  return (
    <OfficeFrame liveness={live}>
      <Stack gap={6}>
        <Cluster justify="between" align="center" gap={4}>
          <Title>{t.title}</Title>
          <Button kind="quiet" icon="calculator" href="/office/analyses/agreement">
            {t.agreement}
          </Button>
        </Cluster>
        <Filters />
        <Analyses every={refetchEvery(live)} />
      </Stack>
    </OfficeFrame>
  );
}

function useGroup(): Group {
  const { values } = useAddress(PLACES);
  return GROUP_NAMES.find((one) => one === values.state) ?? 'toDecide';
}

function Filters() {
  const t = useMessages(officeVisionMessages);
  const words = useMessages(visionMessages);
  const group = useGroup();
  const { values, change } = useAddress(PLACES);
  return (
    <FilterBar label={t.filters} values={[values.state, values.band]}>
      <SelectField
        label={t.state}
        value={group}
        onChange={(state) => change({ state })}
        options={GROUP_NAMES.map((value) => ({ value, label: t[value] }))}
      />
      <SelectField
        label={words.band}
        value={values.band}
        onChange={(band) => change({ band })}
        options={[{ value: '', label: t.anyBand }, ...bandSchema.options.map((value) => ({ value: value as string, label: words[`band_${value}`] }))]}
      />
    </FilterBar>
  );
}

function Analyses({ every }: { every: number | false }) {
  const t = useMessages(officeVisionMessages);
  const group = useGroup();
  const { values, change } = useAddress(PLACES);
  const band = bandSchema.safeParse(values.band).data;
  const filter = {
    limit: PAGE,
    ...(group === 'allStates' ? {} : { states: [...GROUPS[group]] }),
    ...(band === undefined ? {} : { band }),
  };
  const { client } = trpc.useUtils();
  const { pages, rows } = usePages({
    key: [['vision', 'list'], filter],
    read: (at, options) => client.vision.list.query({ ...filter, ...at }, options),
    every,
  });
  const isPlain = group === 'toDecide' && band === undefined;
  const clear = () => change({ state: '', band: '' });
  return (
    <PagedList
      pages={pages}
      rows={rows}
      words={t}
      empty={
        <EmptyState icon="eye" title={isPlain ? t.nothing : t.nothingFiltered} action={!isPlain && <Button onClick={clear}>{t.clear}</Button>}>
          {isPlain && t.nothingText}
        </EmptyState>
      }
    >
      {(shown) => <AnalysisTable rows={shown} />}
    </PagedList>
  );
}

function AnalysisTable({ rows }: { rows: readonly AnalysisSummary[] }) {
  const t = useMessages(officeVisionMessages);
  const words = useMessages(visionMessages);
  const say = useLocalized();
  const format = useFormat();
  const nameOf = ({ defect, band, state }: AnalysisSummary): string =>
    defect !== null ? say(defect.label) : band === 'unsure' ? words.unsure : band === null ? words[`state_${state}`] : t.noDefect;
  return (
    <Table
      caption={t.title}
      isCaptionHidden
      isFolding
      rows={rows}
      rowKey={({ id }) => id}
      onOpen={({ id }) => navigate(pathTo('/office/analyses/:id', { id }))}
      columns={[
        {
          key: 'photo',
          label: words.photo,
          cell: ({ photo }) => <img className={styles.thumbnail} src={photoPath(photo, 'thumbnail')} alt="" loading="lazy" />,
        },
        { key: 'defect', label: t.defect, isPrimary: true, cell: nameOf },
        {
          key: 'severity',
          label: t.severity,
          isWhole: true,
          cell: ({ defect }) => (defect === null ? '–' : <SeverityMark severity={defect.severity} />),
        },
        { key: 'band', label: words.band, isWhole: true, cell: ({ band }) => (band === null ? '–' : words[`band_${band}`]) },
        { key: 'state', label: t.state, isWhole: true, cell: (row) => <AnalysisMark analysis={row} /> },
        { key: 'place', label: t.place, cell: ({ site, asset }) => [site?.name, asset?.name].filter(Boolean).join(' · ') || '–' },
        { key: 'author', label: t.author, cell: ({ author }) => author.name },
        { key: 'asked', label: t.asked, cell: ({ askedAt }) => format.moment(askedAt) },
      ]}
    />
  );
}
