'use client';

import type { Severity } from '@heliograph/domain';
import { type Mark, StateMark } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { visionMessages } from './messages.ts';

const MARKS: Readonly<Record<Severity, Mark>> = { 1: 'here', 2: 'attention', 3: 'watch', 4: 'out', 5: 'stop' };

/** How grave: a shape, a word and the number. */
export function SeverityMark({ severity }: { severity: Severity }) {
  const t = useMessages(visionMessages);
  return <StateMark mark={MARKS[severity]} label={`${t[`severity_${severity}`]} · ${t.severity(severity)}`} size="small" />;
}
