'use client';

import { Button, Stack, Text } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { useDoor } from '../../../platform/use-door.ts';
import { Confirm } from '../shared/confirm.tsx';
import { siteMessages } from './messages.ts';
import type { SiteItem } from './site-draft.ts';

/** Out of use with everything on it, or back with what was retired along with it; said before it is done. */
export function SiteTurn({ site }: { site: SiteItem }) {
  const t = useMessages(siteMessages);
  const utils = trpc.useUtils();
  const [isAsking, setAsking] = useState(false);
  const retire = useDoor('site.retire');
  const restore = useDoor('site.restore');
  const isRetired = site.retiredAt !== null;
  const door = isRetired ? restore : retire;
  const turn = async () => {
    const done = await door.go({ id: site.id, revision: site.revision });
    await utils.invalidate();
    if (done !== null) setAsking(false);
  };
  return (
    <>
      <Button kind="quiet" tone={isRetired ? 'signal' : 'stop'} icon={isRetired ? 'undo' : 'trash'} onClick={() => setAsking(true)}>
        {isRetired ? t.restore : t.retire}
      </Button>
      <Confirm
        title={isRetired ? t.restoreTitle(site.name) : t.retireTitle(site.name)}
        isOpen={isAsking}
        doLabel={isRetired ? t.restore : t.retire}
        cancelLabel={t.cancel}
        isStop={!isRetired}
        isBusy={door.isBusy}
        refused={door.refused}
        onDo={() => void turn()}
        onClose={() => setAsking(false)}
      >
        {isRetired ? (
          t.restoreText
        ) : (
          <Stack gap={3}>
            <Text>{t.retireText(site.assets)}</Text>
            <Text>{t.retireSafe}</Text>
          </Stack>
        )}
      </Confirm>
    </>
  );
}
