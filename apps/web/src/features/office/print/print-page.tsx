'use client';

import { executionIdSchema, siteIdSchema } from '@heliograph/domain';
import { Button, ErrorState, Segmented, Skeleton } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import { isLanguage, LANGUAGE_OPTIONS, type Language, SpokenHere, useLanguage } from '../../../platform/preferences.ts';
import { pathTo } from '../../../platform/router.ts';
import { useTitle } from '../../../platform/title.ts';
import { trpc } from '../../../platform/trpc.tsx';
import type { OpenedExecution } from '../executions/types.ts';
import { useAddress } from '../shared/address.ts';
import { Unread } from '../shared/page-state.tsx';
import { printMessages } from './messages.ts';
import styles from './report.module.css';
import { Report } from './report.tsx';

const NOWHERE = '00000000-0000-0000-0000-000000000000';

/** One intervention as a document to hand to the plant's owner, in either language, whatever the reader's own is. */
export default function PrintPage({ id }: { id: string }) {
  const t = useMessages(printMessages);
  const parsed = executionIdSchema.safeParse(id);
  return <main className={styles.screen}>{parsed.success ? <Document id={parsed.data} /> : <ErrorState title={t.failed} />}</main>;
}

function Document({ id }: { id: OpenedExecution['execution']['id'] }) {
  const t = useMessages(printMessages);
  const own = useLanguage();
  const { values, change } = useAddress(['language']);
  const language: Language = isLanguage(values.language) ? values.language : own;
  const execution = trpc.execution.get.useQuery({ id });
  const organisation = trpc.organisation.get.useQuery();
  const site = execution.data?.execution.site.id;
  const place = trpc.site.get.useQuery({ id: siteIdSchema.parse(site ?? NOWHERE) }, { enabled: site !== undefined });
  useTitle(t.title);
  const failed = execution.error ?? organisation.error;
  if (execution.data === undefined || organisation.data === undefined)
    return failed === null ? (
      <Skeleton label={t.loading} lines={12} />
    ) : (
      <Unread title={t.failed} error={failed} onRetry={() => void Promise.all([execution.refetch(), organisation.refetch()])} />
    );
  return (
    <>
      <div className={styles.tools}>
        <Button kind="quiet" icon="arrow-left" href={pathTo('/office/executions/:id', { id })}>
          {t.back}
        </Button>
        <Segmented label={t.language} value={language} onChange={(next) => change({ language: next })} options={LANGUAGE_OPTIONS} />
        <Button kind="action" onClick={() => print()}>
          {t.print}
        </Button>
      </div>
      <SpokenHere value={language}>
        <Report opened={execution.data} organisation={organisation.data} address={place.data?.site.address ?? ''} language={language} />
      </SpokenHere>
    </>
  );
}
