'use client';

import { Button, Notice, Stack, Text, TextField } from '@heliograph/ui';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useRefusal } from '../../../platform/messages/refusals.ts';
import { useMessages } from '../../../platform/messages.ts';
import type { RpcError } from '../../../platform/rpc.ts';
import { reasonOf } from '../../../platform/use-door.ts';
import { sharedMessages } from './messages.ts';
import { textIn } from './refusal.ts';

interface ReasonFormProps {
  readonly door: { readonly isBusy: boolean; readonly refused: RpcError | null };
  readonly hint: string;
  /** What is safe all the same. */
  readonly safe: string;
  readonly doLabel: string;
  /** What is said where it is over already. */
  readonly closed: string;
  /** What else is chosen, before the reason. */
  readonly children?: ReactNode;
  onDo(reason: string): void;
}

/** Work is ended or taken back for a reason, and its people read it. */
export function ReasonForm({ door: { isBusy, refused }, hint, safe, doLabel, closed, children, onDo }: ReasonFormProps) {
  const t = useMessages(sharedMessages);
  const refusal = useRefusal();
  const id = useId();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return document.getElementById(id)?.focus();
    onDo(reason.trim());
  };
  return (
    <form onSubmit={submit} noValidate aria-busy={isBusy}>
      <Stack gap={5}>
        {refused !== null && (
          <Notice tone="watch" isLive>
            {reasonOf(refused) !== 'closed' ? refusal(refused) : textIn(refused, 'status') === 'cancelled' ? t.cancelledAlready : closed}
          </Notice>
        )}
        {children}
        <TextField
          id={id}
          isMultiline
          label={t.reason}
          hint={hint}
          error={isMissing ? t.reasonNeeded : undefined}
          maxLength={1000}
          value={reason}
          onChange={setReason}
        />
        <Text kind="small" isSoft>
          {safe}
        </Text>
        <Button kind="primary" tone="stop" type="submit" isWide isBusy={isBusy}>
          {doLabel}
        </Button>
      </Stack>
    </form>
  );
}
