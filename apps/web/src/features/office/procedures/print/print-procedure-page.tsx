'use client';

import { procedureHashSchema } from '@heliograph/domain';
import { Button, Cluster, ErrorState, Segmented, Skeleton } from '@heliograph/ui';
import { useMessages } from '../../../../platform/messages.ts';
import { isLanguage, LANGUAGE_OPTIONS, type Language, SpokenHere, useLanguage } from '../../../../platform/preferences.ts';
import { pathTo } from '../../../../platform/router.ts';
import { useTitle } from '../../../../platform/title.ts';
import { trpc } from '../../../../platform/trpc.tsx';
import styles from '../../print/report.module.css';
import { useAddress } from '../../shared/address.ts';
import { Unread } from '../../shared/page-state.tsx';
import { useCan } from '../../shared/use-can.ts';
import { printMessages } from './messages.ts';
import { ProcedureSheet } from './procedure-sheet.tsx';
import { TakeOut } from './take-out.tsx';
import { useSheet } from './use-sheet.ts';

/** A procedure on paper, in either language, with blanks to fill in; and its ways out as a file. */
export default function PrintProcedurePage({ code }: { code: string }) {
  const t = useMessages(printMessages);
  const own = useLanguage();
  const { values, change } = useAddress(['language', 'hash']);
  const language: Language = isLanguage(values.language) ? values.language : own;
  const hash = procedureHashSchema.safeParse(values.hash);
  const named = hash.success ? { hash: hash.data } : { slug: code };
  const { sheet, error, retry } = useSheet(named);
  const organisation = trpc.organisation.get.useQuery();
  // What is still being written goes out of here with those who may write it.
  const mayWrite = useCan('procedure.write');
  useTitle(t.title);
  const failed = error ?? organisation.error;
  if (sheet === null || organisation.data === undefined)
    return failed === null ? (
      <Skeleton label={t.loading} lines={12} />
    ) : (
      <Unread title={t.failed} error={failed} onRetry={() => void Promise.all([retry(), organisation.refetch()])} />
    );
  const { content, version } = sheet;
  if (content === null) return <ErrorState title={t.newer}>{t.newerText}</ErrorState>;
  return (
    <main className={styles.screen}>
      <div className={styles.tools}>
        <Button kind="quiet" icon="arrow-left" href={pathTo('/office/procedures/:code', { code })}>
          {t.back}
        </Button>
        <Segmented label={t.language} value={language} onChange={(next) => change({ language: next })} options={LANGUAGE_OPTIONS} />
        <Cluster>
          <Button kind="action" onClick={() => print()}>
            {t.print}
          </Button>
        </Cluster>
        {(version !== null || mayWrite) && <TakeOut named={named} code={code} titles={content.steps} />}
      </div>
      <SpokenHere value={language}>
        <ProcedureSheet content={content} version={version} organisation={organisation.data} language={language} />
      </SpokenHere>
    </main>
  );
}
