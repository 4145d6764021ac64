'use client';

import { Button, Sheet, Stack, Text } from '@heliograph/ui';
import { useState } from 'react';
import { leave } from '../../platform/field.ts';
import { useField, useLocalView } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { navigate } from '../../platform/router.ts';
import { settingsMessages } from './messages.ts';

/** Signing out never loses work: what is unsent is counted, and sent first or kept under its author. */
export function LeaveSheet({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const t = useMessages(settingsMessages);
  const { sender } = useField();
  const unsent = useLocalView((view) => view.unsent);
  const [isLeaving, setLeaving] = useState(false);
  const isSent = unsent !== undefined && unsent.operations + unsent.photos === 0;
  const go = () => {
    setLeaving(true);
    void leave().then(() => navigate('/app', { isReplaced: true }));
  };
  const send = () => {
    sender.wake('tap');
    navigate('/app/sync');
  };
  return (
    <Sheet title={isSent ? t.leaveTitleSent : t.leaveTitle} isOpen={isOpen} onClose={onClose} closeLabel={t.leaveCancel}>
      <Stack gap={4}>
        <Text>{isSent ? t.leaveTextSent : t.leaveText(unsent?.operations ?? 0, unsent?.photos ?? 0)}</Text>
        {!isSent && (
          <Button kind="primary" isWide icon="send" onClick={send}>
            {t.leaveSend}
          </Button>
        )}
        {!isSent && <Text isSoft>{t.leaveKeepText}</Text>}
        <Button kind={isSent ? 'primary' : 'action'} isWide isBusy={isLeaving} onClick={go}>
          {isLeaving ? t.leaving : isSent ? t.signOut : t.leaveKeep}
        </Button>
      </Stack>
    </Sheet>
  );
}
