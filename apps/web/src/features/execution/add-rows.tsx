'use client';

import { operationIdSchema, uuidv7 } from '@heliograph/domain';
import { Button, Notice, Stack, Text, TextField } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { executionMessages } from './messages.ts';
import type { OpenExecution } from './use-execution.ts';
import { useRecording } from './use-recording.ts';

/** Rows of a repeat that no plan lists: bonding points, enclosures. */
export function AddRows({ execution, over, isLocked }: { execution: OpenExecution; over: string; isLocked: boolean }) {
  const t = useMessages(executionMessages);
  const { record, saving, problem } = useRecording();
  const [label, setLabel] = useState('');
  const add = async () => {
    const item = operationIdSchema.parse(uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10))));
    if (await record([{ draft: { k: 'item', x: execution.x, p: { over, item, label: label.trim() } } }])) setLabel('');
  };
  return (
    <Stack gap={3}>
      <Text isSoft>{t.rowsHint}</Text>
      <TextField label={t.rowLabel} value={label} onChange={setLabel} disabled={isLocked} autoComplete="off" />
      {problem !== null && <Notice tone="stop">{problem}</Notice>}
      <Button kind="action" icon="plus" isWide isBusy={saving === 'saving'} disabled={isLocked || label.trim() === ''} onClick={() => void add()}>
        {t.addRows}
      </Button>
    </Stack>
  );
}
