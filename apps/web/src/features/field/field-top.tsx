'use client';

import { BackLink, BrandMark, IconButton, StatusLine, TopBar } from '@heliograph/ui';
import type { ReactNode } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { navigate } from '../../platform/router.ts';
import { fieldMessages } from './messages.ts';
import { useSyncState } from './use-sync-state.ts';

interface FieldTopProps {
  readonly title?: string;
  readonly eyebrow?: string;
  /** Where the arrow leads; none on the first screens, which bear the mark. */
  readonly back?: string;
  /** Site whose emergency sheet is meant; the sheet asks when there are several. */
  readonly site?: string;
  /** Where a step wants the room: the state as a sign and a count, its words for who listens. */
  readonly isCompact?: boolean;
  readonly children?: ReactNode;
}

/** Letters of a state that stands in one line beside the way back by its name. */
const SHORT = 24;

/** Top of every field screen: the state of one's own data always in the same place, help one tap away. */
export function FieldTop({ title, eyebrow, back, site, isCompact = false, children }: FieldTopProps) {
  const t = useMessages(fieldMessages);
  const { kind, label, count, arrivals } = useSyncState();
  const words = isCompact ? { label: count, detail: label } : { label };
  return (
    <TopBar
      {...(title === undefined ? {} : { title })}
      {...(eyebrow === undefined ? {} : { eyebrow })}
      start={
        back === undefined ? <BrandMark size={32} /> : <BackLink label={t.back} isLabelHidden={label.length > SHORT && !isCompact} href={back} />
      }
      status={<StatusLine state={kind} {...words} isCompact={isCompact} arrivals={arrivals} onOpen={() => navigate('/app/sync')} />}
      end={<IconButton icon="emergency" label={t.emergency} href={site === undefined ? '/app/emergency' : `/app/emergency/${site}`} />}
    >
      {children}
    </TopBar>
  );
}
