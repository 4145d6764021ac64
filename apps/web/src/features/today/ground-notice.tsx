'use client';

import type { Ground } from '@heliograph/offline';
import { Button, Notice } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { InstallSheet } from './install-sheet.tsx';
import { todayMessages } from './messages.ts';

/** Why nothing new may be recorded in this browser, and what to do about it; nothing where it may. */
export function GroundNotice({ ground }: { ground: Ground }) {
  const t = useMessages(todayMessages);
  const [isOpen, setOpen] = useState(false);
  switch (ground) {
    case 'ready':
      return null;
    case 'full':
      return (
        <Notice tone="stop" title={t.fullGround} isLive>
          {t.fullGroundText}
        </Notice>
      );
    case 'read_only':
      return (
        <Notice tone="stop" title={t.readOnly} isLive>
          {t.readOnlyText}
        </Notice>
      );
    case 'install_first':
      return (
        <>
          <Notice tone="watch" title={t.iosTitle} action={<Button onClick={() => setOpen(true)}>{t.iosHow}</Button>}>
            {t.iosText}
          </Notice>
          <InstallSheet isOpen={isOpen} onClose={() => setOpen(false)} />
        </>
      );
  }
}
