'use client';

import { Button, Notice } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import { pathTo } from '../../../platform/router.ts';
import { IntoSight } from '../shared/into-sight.tsx';
import { workMessages } from './messages.ts';
import type { GivenRefusal as Refusal } from './use-given-refusal.ts';

interface GivenRefusalProps {
  readonly refusal: Refusal;
  readonly siteName: string;
  readonly isBusy: boolean;
  onOpenSite(): void;
}

/** What stands in the way of giving work, and the question whether the site is opened to those who have it not. */
export function GivenRefusal({ refusal: { strangers, work, words }, siteName, isBusy, onOpenSite }: GivenRefusalProps) {
  const t = useMessages(workMessages);
  const notice =
    strangers === null ? (
      <Notice
        tone="watch"
        isLive
        action={
          work !== null && (
            <Button kind="action" href={pathTo('/office/executions/:id', { id: work })}>
              {t.open}
            </Button>
          )
        }
      >
        {words}
      </Notice>
    ) : (
      <Notice
        tone="watch"
        title={t.openSiteTitle(strangers, siteName)}
        isLive
        action={
          <Button kind="action" isBusy={isBusy} onClick={onOpenSite}>
            {t.openSite}
          </Button>
        }
      >
        {t.openSiteText}
      </Notice>
    );
  return <IntoSight>{notice}</IntoSight>;
}
