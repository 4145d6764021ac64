'use client';

import { Button, Cluster, Notice } from '@heliograph/ui';
import { useState } from 'react';
import { useInstall } from '../../platform/install.ts';
import { useMessages } from '../../platform/messages.ts';
import { useReadable } from '../../platform/readable.ts';
import { useUpdate } from '../../platform/update.ts';
import { isOnboardingAway } from '../onboarding/away.ts';
import { GroundNotice } from './ground-notice.tsx';
import { todayMessages } from './messages.ts';
import { useGround } from './use-ground.ts';

/** What makes the app stay on this phone: installing it, and its updates. Offered here, where nothing is being typed. */
export function StayCards() {
  const t = useMessages(todayMessages);
  const update = useUpdate();
  const ground = useGround();
  return (
    <>
      {ground === 'ready' ? <InstallCard /> : <GroundNotice ground={ground} />}
      {update !== null && (
        <Notice title={t.updateTitle} action={<Button onClick={update.apply}>{t.update}</Button>}>
          {t.updateText}
        </Notice>
      )}
    </>
  );
}

/** Declined once, it is not asked again before this many days. */
const REST_MS = 30 * 86_400_000;
const DECLINED = 'heliograph.install-declined';

function InstallCard() {
  const t = useMessages(todayMessages);
  const { kind, ask } = useInstall();
  const [isDeclined, setDeclined] = useState(() => Date.now() - Number(localStorage.getItem(DECLINED) ?? 0) < REST_MS);
  // Until it is put away, the card of what this phone still needs offers it.
  const isOffered = !useReadable(isOnboardingAway);
  if (kind !== 'prompt' || isDeclined || isOffered) return null;
  const decline = () => {
    localStorage.setItem(DECLINED, String(Date.now()));
    setDeclined(true);
  };
  const actions = (
    <Cluster gap={2}>
      <Button onClick={() => void ask()}>{t.install}</Button>
      <Button kind="quiet" onClick={decline}>
        {t.later}
      </Button>
    </Cluster>
  );
  return (
    <Notice title={t.installTitle} action={actions}>
      {t.installText}
    </Notice>
  );
}
