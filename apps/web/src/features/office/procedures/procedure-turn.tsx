'use client';

import { Button } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { useDoor } from '../../../platform/use-door.ts';
import { Confirm } from '../shared/confirm.tsx';
import { procedureMessages } from './messages.ts';
import type { ProcedurePageData } from './procedure-page.tsx';

/** Out of the library, or back into it; said before it is done. */
export function ProcedureTurn({ page: { procedure }, title }: { page: ProcedurePageData; title: string }) {
  const t = useMessages(procedureMessages);
  const utils = trpc.useUtils();
  const [isAsking, setAsking] = useState(false);
  const archive = useDoor('procedure.archive');
  const restore = useDoor('procedure.restore');
  const isArchived = procedure.archivedAt !== null;
  const door = isArchived ? restore : archive;
  const turn = async () => {
    const done = await door.go({ slug: procedure.slug });
    await utils.invalidate();
    if (done !== null) setAsking(false);
  };
  return (
    <>
      <Button kind="quiet" tone={isArchived ? 'signal' : 'stop'} icon={isArchived ? 'undo' : 'trash'} onClick={() => setAsking(true)}>
        {isArchived ? t.restore : t.archive}
      </Button>
      <Confirm
        title={isArchived ? t.restoreTitle(title) : t.archiveTitle(title)}
        isOpen={isAsking}
        doLabel={isArchived ? t.restore : t.archive}
        cancelLabel={t.cancel}
        isStop={!isArchived}
        isBusy={door.isBusy}
        refused={door.refused}
        onDo={() => void turn()}
        onClose={() => setAsking(false)}
      >
        {isArchived ? t.restoreText : t.archiveText}
      </Confirm>
    </>
  );
}
