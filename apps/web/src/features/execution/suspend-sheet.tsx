'use client';

import { PAUSE } from '@heliograph/domain';
import { Button, Sheet, Stack, TextField } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { executionMessages } from './messages.ts';
import { headsOf } from './record-step.ts';
import type { OpenExecution } from './use-execution.ts';
import { useRecording } from './use-recording.ts';

/** Parks the run: a breakdown elsewhere must not cost the job in hand. */
export function SuspendSheet({ execution, isOpen, onClose }: { execution: OpenExecution; isOpen: boolean; onClose(): void }) {
  const t = useMessages(executionMessages);
  const { record, saving, problem } = useRecording();
  const [reason, setReason] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const suspend = async () => {
    if (reason.trim() === '') return setEmpty(true);
    const b = headsOf(execution, PAUSE);
    if (await record([{ draft: { k: 'suspend', x: execution.x, b, p: { reason: reason.trim() } } }])) onClose();
  };
  return (
    <Sheet title={t.suspendTitle} isOpen={isOpen} onClose={onClose} closeLabel={t.close}>
      <Stack gap={3}>
        <TextField
          label={t.reason}
          isMultiline
          rows={3}
          maxLength={1000}
          value={reason}
          onChange={(text) => {
            setEmpty(false);
            setReason(text);
          }}
          error={isEmpty ? t.reasonNeeded : (problem ?? undefined)}
        />
        <Button kind="action" isWide isBusy={saving === 'saving'} onClick={() => void suspend()}>
          {t.suspend}
        </Button>
      </Stack>
    </Sheet>
  );
}
