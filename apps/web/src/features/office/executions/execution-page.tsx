'use client';

import { assetIdSchema, executionIdSchema } from '@heliograph/domain';
import type { AskingContext } from '@heliograph/domain/assistant';
import { Button, Cluster, EmptyState, Facts, List, ListRow, Section, Stack, StateMark, Text, Title } from '@heliograph/ui';
import { useFormat } from '../../../platform/format.ts';
import { useLocalized, useMessages } from '../../../platform/messages.ts';
import { pathTo } from '../../../platform/router.ts';
import { useTitle } from '../../../platform/title.ts';
import { type Liveness, refetchEvery, trpc, useLive } from '../../../platform/trpc.tsx';
import { AskButton } from '../../assistant/ask-button.tsx';
import { SignatureImage } from '../../execution/signature-image.tsx';
import { useCatalogueNames } from '../../procedure/catalogue-names.ts';
import { officeMessages } from '../messages.ts';
import { OfficeFrame } from '../office-frame.tsx';
import { Read } from '../shared/page-state.tsx';
import { useAddressName } from './address-name.ts';
import { AnswerTable } from './answer-table.tsx';
import { Cancel } from './cancel.tsx';
import { ExecutionHistory } from './execution-history.tsx';
import { PhotoWall } from './photo-wall.tsx';
import { Review } from './review.tsx';
import { reviewMessages } from './review-messages.ts';
import { Given, Standing } from './standing.tsx';
import { StatusBadge } from './status-badge.tsx';
import type { OpenedExecution } from './types.ts';

/** One intervention, enough for a supervisor to believe it: every value against its limit, photos, signatures, conflicts, who and when. */
export default function ExecutionPage({ id }: { id: string }) {
  const live = useLive();
  const parsed = executionIdSchema.safeParse(id);
  return <OfficeFrame liveness={live}>{parsed.success ? <Opened id={parsed.data} live={live} /> : <NotFound />}</OfficeFrame>;
}

function Opened({ id, live }: { id: OpenedExecution['execution']['id']; live: Liveness }) {
  const t = useMessages(officeMessages);
  const query = trpc.execution.get.useQuery({ id }, { refetchInterval: refetchEvery(live) });
  return (
    <Read query={query} words={{ loading: t.loading, failed: t.failed, safe: t.failedSafe }} lines={10} missing={<NotFound />}>
      {(opened) => <Execution opened={opened} />}
    </Read>
  );
}

function NotFound() {
  const t = useMessages(officeMessages);
  return (
    <EmptyState title={t.notFound} action={<Button href="/office">{t.back}</Button>}>
      {t.notFoundText}
    </EmptyState>
  );
}

const aboutExecution = ({ id, asset }: OpenedExecution['execution'], title: string): AskingContext => ({
  execution: id,
  ...(asset === null ? {} : { asset: assetIdSchema.parse(asset.id) }),
  label: asset === null ? title : `${title} · ${asset.name}`,
});

function Execution({ opened }: { opened: OpenedExecution }) {
  const t = useMessages(officeMessages);
  const words = useMessages(reviewMessages);
  const say = useLocalized();
  const format = useFormat();
  const { defect } = useCatalogueNames();
  const { execution, procedure, places, findings } = opened;
  const title = procedure === null ? execution.procedure.slug : say(procedure.title);
  const { timeZone } = execution.site;
  const nameOf = useAddressName(opened);
  useTitle(title);
  return (
    <Stack gap={6}>
      <Stack gap={3}>
        <Cluster gap={3}>
          <Button kind="quiet" icon="arrow-left" href="/office">
            {t.back}
          </Button>
          <StatusBadge status={execution.status} />
          <Button kind="quiet" icon="clipboard" href={pathTo('/office/executions/:id/print', { id: execution.id })}>
            {words.print}
          </Button>
          <Button kind="quiet" icon="check" href={pathTo('/office/executions/:id/receipt', { id: execution.id })}>
            {words.receipt}
          </Button>
          <AskButton home="/office/assistant" kind="quiet" context={aboutExecution(execution, title)} />
        </Cluster>
        <Title level={1} eyebrow={[execution.site.name, execution.asset?.name].filter(Boolean).join(' · ')}>
          {title}
        </Title>
      </Stack>
      <Standing opened={opened} />
      <Review opened={opened} />
      <Given opened={opened} />
      <Cancel execution={execution} />
      <Facts
        items={[
          { label: t.started, value: execution.startedAt === null ? '–' : format.moment(execution.startedAt, timeZone) },
          ...(execution.completedAt === null ? [] : [{ label: t.completed, value: format.moment(execution.completedAt, timeZone) }]),
          { label: t.people, value: format.list([...new Set([...execution.people, ...opened.seconds].map(({ name }) => name))]) },
          { label: t.progress, value: `${execution.progress.done}/${execution.progress.total}` },
          { label: t.version, value: String(execution.procedure.number) },
        ]}
      />
      {findings.length > 0 && (
        <Section title={t.findings}>
          <List>
            {findings.map(({ code, severity, address }) => (
              <ListRow
                key={`${address} ${code}`}
                title={defect(code)}
                detail={[nameOf(address), severity === null ? null : t.severity(severity)].filter(Boolean).join(' · ')}
                leading={<StateMark mark="fail" label={t.findings} isLabelHidden />}
              />
            ))}
          </List>
        </Section>
      )}
      {procedure !== null && (
        <Section title={t.answers}>
          <AnswerTable opened={opened} procedure={procedure} places={places} timeZone={timeZone} />
        </Section>
      )}
      <PhotoWall opened={opened} timeZone={timeZone} />
      {opened.signatures.length > 0 && (
        <Section title={t.signatures}>
          {opened.signatures.map(({ id, strokes, name, at, isCurrent }) => (
            <Stack key={id} gap={2}>
              <SignatureImage strokes={strokes} label={name} />
              <Text kind="small">
                {name} · {format.moment(at, timeZone)}
              </Text>
              <StateMark mark={isCurrent ? 'conform' : 'watch'} label={isCurrent ? t.current : t.stale} size="small" />
            </Stack>
          ))}
        </Section>
      )}
      <Section title={t.history}>
        <ExecutionHistory opened={opened} timeZone={timeZone} />
      </Section>
    </Stack>
  );
}
