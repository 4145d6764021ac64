'use client';

import { Button, Notice, Sheet, Stack, Text } from '@heliograph/ui';
import type { ReactNode } from 'react';
import { common } from '../../../platform/messages/common.ts';
import { useRefusal } from '../../../platform/messages/refusals.ts';
import { useMessages } from '../../../platform/messages.ts';
import type { RpcError } from '../../../platform/rpc.ts';

interface ConfirmProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** What happens, and what is safe. */
  readonly children: ReactNode;
  readonly doLabel: string;
  readonly cancelLabel: string;
  readonly isStop?: boolean;
  readonly isBusy: boolean;
  readonly refused: RpcError | null;
  onDo(): void;
  onClose(): void;
}

/** A question before something that many people notice. */
export function Confirm({ title, isOpen, children, doLabel, cancelLabel, isStop = false, isBusy, refused, onDo, onClose }: ConfirmProps) {
  const t = useMessages(common);
  const refusal = useRefusal();
  return (
    <Sheet title={title} isOpen={isOpen} onClose={onClose} closeLabel={t.close} side="end">
      <Stack gap={5}>
        {refused !== null && (
          <Notice tone="watch" isLive>
            {refusal(refused)}
          </Notice>
        )}
        <Text as="div">{children}</Text>
        <Stack gap={3}>
          <Button kind="primary" tone={isStop ? 'stop' : 'signal'} isWide isBusy={isBusy} onClick={onDo}>
            {doLabel}
          </Button>
          <Button kind="quiet" isWide onClick={onClose}>
            {cancelLabel}
          </Button>
        </Stack>
      </Stack>
    </Sheet>
  );
}
