'use client';

import { Badge, Button, Cluster, EmptyState, Notice, Stack, Tabs, Title } from '@heliograph/ui';
import { useState } from 'react';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import { navigate, pathTo } from '../../../platform/router.ts';
import type { Output } from '../../../platform/rpc.ts';
import { useTitle } from '../../../platform/title.ts';
import { refetchEvery, trpc, useLive } from '../../../platform/trpc.tsx';
import { useDoor } from '../../../platform/use-door.ts';
import { useCatalogueNames } from '../../procedure/catalogue-names.ts';
import { OfficeFrame } from '../office-frame.tsx';
import { Read } from '../shared/page-state.tsx';
import { useCan } from '../shared/use-can.ts';
import { procedureMessages } from './messages.ts';
import { ProcedureTurn } from './procedure-turn.tsx';
import { ProcedureState } from './procedures-page.tsx';
import { Proposals } from './proposals.tsx';
import { PublishSheet } from './publish-sheet.tsx';
import { RunningTable } from './running-table.tsx';
import { stateOf, titleIn } from './shelf.ts';
import { VersionList } from './version-list.tsx';

export type ProcedurePageData = Output<'procedure.page'>;

/** One procedure: what is published, what is being written, who waits for whom, and who works on which version. */
export default function ProcedurePage({ code }: { code: string }) {
  const t = useMessages(procedureMessages);
  const live = useLive();
  const page = trpc.procedure.page.useQuery({ slug: code }, { refetchInterval: refetchEvery(live) });
  return (
    <OfficeFrame liveness={live}>
      <Read
        query={page}
        words={t}
        missing={
          <EmptyState icon="book" title={t.notFound} action={<Button href="/office/procedures">{t.back}</Button>}>
            {t.notFoundText}
          </EmptyState>
        }
      >
        {(opened) => <Opened page={opened} />}
      </Read>
    </OfficeFrame>
  );
}

function Opened({ page }: { page: ProcedurePageData }) {
  const t = useMessages(procedureMessages);
  const names = useCatalogueNames();
  const language = useLanguage();
  const format = useFormat();
  const [tab, setTab] = useState<'versions' | 'running'>('versions');
  const { entry, versions, procedure } = page;
  const title = titleIn(entry.title, language) || t.untitled;
  useTitle(title);
  return (
    <Stack gap={5}>
      <Cluster justify="between" align="center" gap={3}>
        <Cluster align="center" gap={4}>
          <Button kind="quiet" icon="arrow-left" href="/office/procedures">
            {t.back}
          </Button>
          <ProcedureState state={stateOf(entry)} />
        </Cluster>
        <Button kind="quiet" icon="download" href={pathTo('/office/procedures/:code/print', { code: procedure.slug })}>
          {t.printOrExport}
        </Button>
      </Cluster>
      <Title level={1} eyebrow={entry.category === null ? entry.slug : `${names.category(entry.category)} · ${entry.slug}`}>
        {title}
      </Title>
      <Actions page={page} title={title} />
      {procedure.archivedAt !== null && <Notice>{t.archivedText(format.day(procedure.archivedAt))}</Notice>}
      <Proposals page={page} />
      {procedure.archivedAt === null && !isProposedAsItIs(page) && <DraftNotice page={page} />}
      <Tabs
        label={title}
        current={tab}
        onChange={setTab}
        tabs={[
          { key: 'versions', label: t.versions, count: versions.length },
          { key: 'running', label: t.running },
        ]}
      >
        {tab === 'versions' ? <VersionList page={page} /> : <RunningTable versions={versions} />}
      </Tabs>
    </Stack>
  );
}

/** Whether what waits for a second person is the draft as it stands: then it is told once. */
const isProposedAsItIs = ({ draft, proposals }: ProcedurePageData): boolean =>
  proposals.some(({ decision, revision }) => decision === null && revision === draft?.revision);

/** What is being written, and the way to publish it. */
function DraftNotice({ page: { procedure, draft, versions } }: { page: ProcedurePageData }) {
  const t = useMessages(procedureMessages);
  const format = useFormat();
  if (draft === null) return null;
  const [newest] = versions;
  const when = format.moment(draft.changedAt);
  return (
    <Notice
      title={t.draftTitle}
      action={
        newest !== undefined && (
          <Button
            kind="quiet"
            icon="list"
            href={`${pathTo('/office/procedures/:code/compare', { code: procedure.slug })}?from=${newest.hash}&to=draft`}
          >
            {t.compareDraft}
          </Button>
        )
      }
    >
      {newest === undefined ? t.draftOnly(draft.changedBy.name, when) : t.draftText(draft.changedBy.name, when)}
    </Notice>
  );
}

function Actions({ page, title }: { page: ProcedurePageData; title: string }) {
  const t = useMessages(procedureMessages);
  const utils = trpc.useUtils();
  const duplicate = useDoor('procedure.duplicate');
  const [isPublishing, setPublishing] = useState(false);
  const mayWrite = useCan('procedure.write');
  const mayPublish = useCan('procedure.publish');
  const { slug } = page.procedure;
  const isArchived = page.procedure.archivedAt !== null;
  const copy = async () => {
    const made = await duplicate.go({ slug });
    if (made === null) return;
    await utils.invalidate();
    navigate(pathTo('/office/procedures/:code', { code: made.slug }));
  };
  if (!mayWrite) return isArchived ? <Badge>{t.state_archived}</Badge> : null;
  return (
    <Cluster gap={3}>
      {!isArchived && mayPublish && page.draft !== null && !isProposedAsItIs(page) && (
        <Button kind="primary" icon="send" onClick={() => setPublishing(true)}>
          {t.publish}
        </Button>
      )}
      {!isArchived && (
        <Button kind="action" icon="pencil" href={pathTo('/office/procedures/:code/edit', { code: slug })}>
          {page.draft === null ? t.edit : t.editFirst}
        </Button>
      )}
      <Button kind="quiet" icon="copy" isBusy={duplicate.isBusy} onClick={() => void copy()}>
        {t.duplicate}
      </Button>
      <ProcedureTurn page={page} title={title} />
      {page.draft !== null && <PublishSheet slug={slug} revision={page.draft.revision} isOpen={isPublishing} onClose={() => setPublishing(false)} />}
    </Cluster>
  );
}
