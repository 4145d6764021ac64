'use client';

import { Badge, Button, Card, Cluster, Code, EmptyState, Facts, Stack, StateMark, Text, Title } from '@heliograph/ui';
import { useState } from 'react';
import { useFormat } from '../../../platform/format.ts';
import { useRefusal } from '../../../platform/messages/refusals.ts';
import { useMessages } from '../../../platform/messages.ts';
import { pathTo } from '../../../platform/router.ts';
import { type Output, query, RpcError } from '../../../platform/rpc.ts';
import { procedureMessages } from './messages.ts';
import type { ProcedurePageData } from './procedure-page.tsx';

type Version = ProcedurePageData['versions'][number];

/** What was published: who, when, why, and by which fingerprint. The newest first. */
export function VersionList({ page: { procedure, versions } }: { page: ProcedurePageData }) {
  const t = useMessages(procedureMessages);
  if (versions.length === 0)
    return (
      <EmptyState icon="book" title={t.versionsEmpty}>
        {t.draftTitle}
      </EmptyState>
    );
  return (
    <Stack gap={4}>
      {versions.map((version, at) => (
        <VersionCard key={version.hash} slug={procedure.slug} version={version} isNewest={at === 0} before={versions[at + 1]} />
      ))}
    </Stack>
  );
}

interface VersionCardProps {
  readonly slug: string;
  readonly version: Version;
  readonly isNewest: boolean;
  readonly before: Version | undefined;
}

function VersionCard({ slug, version, isNewest, before }: VersionCardProps) {
  const t = useMessages(procedureMessages);
  const format = useFormat();
  return (
    <Card>
      <Stack gap={3}>
        <Cluster justify="between" gap={3}>
          <Cluster gap={3}>
            <Title level={2}>{t.number(version.number)}</Title>
            {version.withdrawn ? <Badge>{isNewest ? t.withdrawn : t.replaced}</Badge> : <Badge tone="conform">{t.current}</Badge>}
          </Cluster>
          {before !== undefined && (
            <Button
              kind="quiet"
              icon="list"
              href={`${pathTo('/office/procedures/:code/compare', { code: slug })}?from=${before.hash}&to=${version.hash}`}
            >
              {t.compareBefore}
            </Button>
          )}
        </Cluster>
        <Text>{version.note === '' ? t.noNote : version.note}</Text>
        <Facts
          items={[
            { label: t.published, value: format.moment(version.publishedAt) },
            { label: t.by, value: version.publishedBy?.name ?? t.library },
            ...(version.approvedBy === null ? [] : [{ label: t.approvedBy, value: version.approvedBy.name }]),
            { label: t.steps, value: format.number(version.steps) },
          ]}
        />
        <Fingerprint hash={version.hash} />
      </Stack>
    </Card>
  );
}

type Verdict = Output<'procedure.verify'>;

/** The name of a version, and its proof: computed anew from what is stored, at a press. */
function Fingerprint({ hash }: { hash: Version['hash'] }) {
  const t = useMessages(procedureMessages);
  const refusal = useRefusal();
  const format = useFormat();
  const [isBusy, setBusy] = useState(false);
  const [verdict, setVerdict] = useState<Verdict | RpcError | null>(null);
  const verify = async () => {
    setBusy(true);
    setVerdict(await query('procedure.verify', { hash }).catch((error) => (error instanceof RpcError ? error : Promise.reject(error))));
    setBusy(false);
  };
  return (
    <Stack gap={2}>
      <Cluster gap={3}>
        <Text kind="small" isSoft as="span">
          {t.hash}
        </Text>
        <Code>{hash.slice(0, 16)}</Code>
        <Button kind="quiet" icon="shield" isBusy={isBusy} onClick={() => void verify()}>
          {isBusy ? t.verifying : t.verify}
        </Button>
      </Cluster>
      <div role="status">
        {verdict instanceof RpcError ? (
          <Text>{refusal(verdict)}</Text>
        ) : (
          verdict !== null && (
            <Stack gap={1}>
              <StateMark mark={verdict.matches ? 'conform' : 'stop'} label={verdict.matches ? t.verified : t.altered} />
              <Text kind="small">{verdict.matches ? t.verifiedText(format.bytes(verdict.bytes)) : t.alteredText(verdict.computed.slice(0, 16))}</Text>
            </Stack>
          )
        )}
      </div>
    </Stack>
  );
}
