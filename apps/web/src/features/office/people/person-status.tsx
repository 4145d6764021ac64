'use client';

import type { PersonStatus as Status } from '@heliograph/domain/person';
import { type Mark, StateMark } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import { personWords } from '../../people/words.ts';

const MARKS: Readonly<Record<Status, Mark>> = { active: 'done', suspended: 'held', inactive: 'none' };

export function PersonStatus({ status }: { status: Status }) {
  const t = useMessages(personWords);
  return <StateMark mark={MARKS[status]} label={t[`status_${status}`]} size="small" />;
}
