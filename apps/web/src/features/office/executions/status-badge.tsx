'use client';

import type { LifeStatus } from '@heliograph/domain';
import { Badge, type Tone } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import { officeMessages } from '../messages.ts';

const TONES: Readonly<Record<LifeStatus, Tone>> = {
  planned: 'neutral',
  in_progress: 'signal',
  suspended: 'watch',
  completed: 'conform',
  returned: 'watch',
  approved: 'conform',
  cancelled: 'neutral',
};

export function StatusBadge({ status }: { status: LifeStatus }) {
  const t = useMessages(officeMessages);
  return <Badge tone={TONES[status]}>{t[`status_${status}`]}</Badge>;
}
