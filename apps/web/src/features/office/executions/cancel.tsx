'use client';

import { isOver } from '@heliograph/domain';
import { Button, Cluster, Sheet } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { useSameOperation } from '../../../platform/same-act.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { useDoor } from '../../../platform/use-door.ts';
import { ReasonForm } from '../shared/reason-form.tsx';
import { useCan } from '../shared/use-can.ts';
import { cancelMessages } from './cancel-messages.ts';
import type { OpenedExecution } from './types.ts';

type Execution = OpenedExecution['execution'];

/** The end of work that was begun and shall not go on: a mistake, a plant that is sold. Planned work is withdrawn where it was given. */
export function Cancel({ execution }: { execution: Execution }) {
  const t = useMessages(cancelMessages);
  const mayCancel = useCan('execution.cancel');
  const [isOpen, setOpen] = useState(false);
  const isBegun = execution.status !== 'planned';
  if (!mayCancel || !isBegun || (isOver(execution.status) && !isOpen)) return null;
  const close = () => setOpen(false);
  return (
    <>
      <Cluster>
        <Button kind="quiet" tone="stop" icon="undo" onClick={() => setOpen(true)}>
          {t.cancel}
        </Button>
      </Cluster>
      <Sheet title={t.title} isOpen={isOpen} onClose={close} closeLabel={t.close} side="end">
        {isOpen && <Reason execution={execution} onDone={close} />}
      </Sheet>
    </>
  );
}

function Reason({ execution, onDone }: { execution: Execution; onDone(): void }) {
  const t = useMessages(cancelMessages);
  const utils = trpc.useUtils();
  const door = useDoor('execution.cancel');
  const operationOf = useSameOperation();
  const cancel = async (reason: string) => {
    const wish = { id: execution.id, reason };
    const done = await door.go({ ...wish, operation: operationOf(wish) });
    await utils.invalidate();
    if (done !== null) onDone();
  };
  return <ReasonForm door={door} hint={t.reasonHint} safe={t.safe} doLabel={t.title} closed={t.closed} onDo={(reason) => void cancel(reason)} />;
}
