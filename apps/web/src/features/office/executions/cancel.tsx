'use client';

import { isOver } from '@heliograph/domain';
import { Button, Cluster, Notice, Sheet, Stack, Text, TextField } from '@heliograph/ui';
import { type FormEvent, useId, useState } from 'react';
import { useRefusal } from '../../../platform/messages/refusals.ts';
import { useMessages } from '../../../platform/messages.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { reasonOf, useDoor } from '../../../platform/use-door.ts';
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
  const refusal = useRefusal();
  const utils = trpc.useUtils();
  const id = useId();
  const door = useDoor('execution.cancel');
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const cancel = async () => {
    const done = await door.go({ id: execution.id, reason: reason.trim() });
    await utils.invalidate();
    if (done !== null) onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return document.getElementById(`${id}-reason`)?.focus();
    void cancel();
  };
  return (
    <form onSubmit={submit} noValidate aria-busy={door.isBusy}>
      <Stack gap={5}>
        {door.refused !== null && (
          <Notice tone="watch" isLive>
            {reasonOf(door.refused) === 'closed' ? t.closed : refusal(door.refused)}
          </Notice>
        )}
        <TextField
          id={`${id}-reason`}
          isMultiline
          label={t.reason}
          hint={t.reasonHint}
          error={isMissing ? t.reasonNeeded : undefined}
          maxLength={1000}
          value={reason}
          onChange={setReason}
        />
        <Text kind="small" isSoft>
          {t.safe}
        </Text>
        <Button kind="primary" tone="stop" type="submit" isWide isBusy={door.isBusy}>
          {t.title}
        </Button>
      </Stack>
    </form>
  );
}
