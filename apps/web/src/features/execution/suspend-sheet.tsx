'use client';

import { holdsRemark, PAUSE, toggleRemark } from '@heliograph/domain';
import { Button, Chips, Sheet, Stack, TextField } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { executionMessages } from './messages.ts';
import { headsOf } from './record-step.ts';
import { suspendMessages } from './suspend-messages.ts';
import type { OpenExecution } from './use-execution.ts';
import { useRecording } from './use-recording.ts';

/** Parks the run: a breakdown elsewhere must not cost the job in hand. */
export function SuspendSheet({ execution, isOpen, onClose }: { execution: OpenExecution; isOpen: boolean; onClose(): void }) {
  const t = useMessages(executionMessages);
  const words = useMessages(suspendMessages);
  const { record, saving, problem } = useRecording();
  const [reason, setReason] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const suspend = async () => {
    if (reason.trim() === '') return setEmpty(true);
    const b = headsOf(execution, PAUSE);
    if (!(await record([{ draft: { k: 'suspend', x: execution.x, b, p: { reason: reason.trim() } } }]))) return;
    onClose();
    // That it is parked, and why, stands at the top.
    scrollTo({ top: 0 });
  };
  const choose = (text: string) => {
    setEmpty(false);
    setReason(text);
  };
  return (
    <Sheet title={words.suspendTitle} isOpen={isOpen} onClose={onClose} closeLabel={t.close}>
      <Stack gap={3}>
        <Chips
          label={words.usualReasons}
          isWrapped
          chips={[words.reasonMistake, words.reasonWeather, words.reasonPart, words.reasonCalled, words.reasonDayOver].map((label) => ({
            key: label,
            label,
            isOn: holdsRemark(reason, label),
            onPress: () => choose(toggleRemark(reason, label)),
          }))}
        />
        <TextField
          label={t.reason}
          isMultiline
          rows={3}
          maxLength={1000}
          value={reason}
          onChange={choose}
          error={isEmpty ? t.reasonNeeded : (problem ?? undefined)}
        />
        <Button kind="action" isWide isBusy={saving === 'saving'} onClick={() => void suspend()}>
          {t.suspend}
        </Button>
      </Stack>
    </Sheet>
  );
}
