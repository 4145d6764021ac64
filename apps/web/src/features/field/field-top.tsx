'use client';

import { BackLink, IconButton, StatusLine, TopBar } from '@heliograph/ui';
import type { ReactNode } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { navigate } from '../../platform/router.ts';
import { fieldMessages } from './messages.ts';
import { useSyncState } from './use-sync-state.ts';

interface FieldTopProps {
  readonly title?: string;
  readonly eyebrow?: string;
  /** Where the arrow leads; none on the first screen. */
  readonly back?: string;
  /** Site whose emergency sheet is meant; the sheet asks when there are several. */
  readonly site?: string;
  readonly children?: ReactNode;
}

/** Top of every field screen: the state of one's own data always in the same place, help one tap away. */
export function FieldTop({ title, eyebrow, back, site, children }: FieldTopProps) {
  const t = useMessages(fieldMessages);
  const { kind, label, arrivals } = useSyncState();
  return (
    <TopBar
      {...(title === undefined ? {} : { title })}
      {...(eyebrow === undefined ? {} : { eyebrow })}
      start={back === undefined ? undefined : <BackLink label={t.back} href={back} />}
      status={<StatusLine state={kind} label={label} arrivals={arrivals} onOpen={() => navigate('/app/sync')} />}
      end={<IconButton icon="emergency" label={t.emergency} href={site === undefined ? '/app/emergency' : `/app/emergency/${site}`} />}
    >
      {children}
    </TopBar>
  );
}
