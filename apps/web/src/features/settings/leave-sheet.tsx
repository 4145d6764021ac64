'use client';

import { Button, Disclosure, Notice, Sheet, Stack, Text } from '@heliograph/ui';
import { useState } from 'react';
import { leave } from '../../platform/field.ts';
import { useField, useLocalView } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { navigate } from '../../platform/router.ts';
import { saveRescue } from '../rescue/save-rescue.ts';
import { TypedWord } from '../rescue/typed-word.tsx';
import { settingsMessages } from './messages.ts';

interface LeaveSheetProps {
  readonly isOpen: boolean;
  onClose(): void;
}

/** Signing out never loses work by itself: what is unsent is counted, and kept under its author unless they say otherwise in so many letters (H19). */
export function LeaveSheet({ isOpen, onClose }: LeaveSheetProps) {
  const t = useMessages(settingsMessages);
  const unsent = useLocalView((view) => view.unsent);
  const [isLeaving, setLeaving] = useState(false);
  const isSent = unsent !== undefined && unsent.operations + unsent.photos === 0;
  const go = () => {
    setLeaving(true);
    void leave().then(() => navigate('/app', { isReplaced: true }));
  };
  return (
    <Sheet title={isSent ? t.leaveTitleSent : t.leaveTitle} isOpen={isOpen} onClose={onClose} closeLabel={t.leaveCancel}>
      <Stack gap={4}>
        <Text>{isSent ? t.leaveTextSent : t.leaveText(unsent?.operations ?? 0, unsent?.photos ?? 0)}</Text>
        <Button kind="primary" isWide icon={isSent ? undefined : 'lock'} isBusy={isLeaving} onClick={go}>
          {isLeaving ? t.leaving : isSent ? t.signOut : t.leaveKeep}
        </Button>
        {!isSent && <Text isSoft>{t.leaveKeepText}</Text>}
        {!isSent && isOpen && <OtherWays isLeaving={isLeaving} onLeave={go} />}
      </Stack>
    </Sheet>
  );
}

/** Instead of keeping it here: send it, take it along, or let it go. */
function OtherWays({ isLeaving, onLeave }: { isLeaving: boolean; onLeave(): void }) {
  const t = useMessages(settingsMessages);
  const { sender, view, identity, abandon } = useField();
  const [saved, setSaved] = useState<'saving' | 'saved' | 'failed' | null>(null);
  const send = () => {
    sender.wake('tap');
    navigate('/app/sync');
  };
  const save = () => {
    setSaved('saving');
    saveRescue({ outbox: view.outbox, identity }).then(
      () => setSaved('saved'),
      () => setSaved('failed'),
    );
  };
  return (
    <>
      <Button kind="action" isWide icon="send" onClick={send}>
        {t.leaveSend}
      </Button>
      <Button kind="action" isWide icon="download" isBusy={saved === 'saving'} onClick={save}>
        {t.leaveExport}
      </Button>
      {(saved === 'saved' || saved === 'failed') && (
        <Notice tone={saved === 'saved' ? 'conform' : 'watch'} isLive>
          {saved === 'saved' ? t.leaveExported : t.leaveNotExported}
        </Notice>
      )}
      <Disclosure summary={t.leaveDeleteTitle}>
        <Stack gap={3}>
          <Text>{t.leaveDeleteText}</Text>
          <TypedWord label={t.leaveDelete} isBusy={isLeaving} onConfirm={() => void abandon().then(onLeave)} />
        </Stack>
      </Disclosure>
    </>
  );
}
