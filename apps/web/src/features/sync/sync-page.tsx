'use client';

import { BottomActions, Button, Code, Facts, Screen } from '@heliograph/ui';
import { BUILD } from '../../platform/build.ts';
import { useField } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { useReadable } from '../../platform/readable.ts';
import { needsSignIn, useSyncStatus } from '../../platform/sync-status.ts';
import { useTitle } from '../../platform/title.ts';
import { FieldTop } from '../field/field-top.tsx';
import { LossNotice } from '../loss/loss-notice.tsx';
import { RescueSection } from '../rescue/rescue-section.tsx';
import { AttentionRow } from './attention-row.tsx';
import { goingOf } from './going.ts';
import { HeldPhotos } from './held-photos.tsx';
import { syncMessages } from './messages.ts';
import { PhotoQueue } from './photo-queue.tsx';
import { SenderNotice } from './sender-notice.tsx';
import { StorageSection } from './storage-section.tsx';
import { TroubleNotices } from './trouble-notices.tsx';
import { WaitingFacts } from './waiting-facts.tsx';

/** What of one's own is where, in plain words; and the only button sending ever needs. */
export default function SyncPage() {
  const t = useMessages(syncMessages);
  const { sender } = useField();
  const status = useSyncStatus();
  const isAsking = useReadable(sender.isAsking);
  useTitle(t.title);
  return (
    <Screen
      top={<FieldTop title={t.title} back="/app" />}
      bottom={
        // The form's own button is the one thing to do.
        !needsSignIn(status.sender) && (
          <BottomActions>
            <Button kind="primary" isWide icon="send" isBusy={isAsking} onClick={() => sender.wake('tap')}>
              {goingOf(status) === 'sending' ? t.sending : t.sendNow}
            </Button>
          </BottomActions>
        )
      }
    >
      <LossNotice hasFile />
      <SenderNotice status={status} />
      <TroubleNotices />
      <WaitingFacts status={status} />
      <HeldPhotos />
      <AttentionRow status={status} />
      <PhotoQueue />
      <RescueSection />
      <StorageSection />
      <Facts items={[{ label: t.version, value: <Code>{BUILD}</Code> }]} />
    </Screen>
  );
}
