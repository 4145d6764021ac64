'use client';

import type { ProcedureContent } from '@heliograph/domain';
import { Notice } from '@heliograph/ui';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { useHolding } from '../procedure/use-held-certifications.ts';
import { startMessages } from './messages.ts';

/** Said before the work begins, and no reason to refuse its start: the gate stands at the hold points. */
export function MissingAuthorisation({ content: { requiredCertifications } }: { content: ProcedureContent }) {
  const t = useMessages(startMessages);
  const format = useFormat();
  const holding = useHolding();
  const missing = requiredCertifications.flatMap(({ codes, rule, holder }) => {
    // Whoever is the one in the team cannot be told from one phone.
    if (holder === 'one_in_team') return [];
    const lacking = codes.filter((code) => holding(code).kind !== 'held');
    if (rule === 'all_of') return lacking;
    return lacking.length < codes.length ? [] : [t.oneOf(codes.join(', '))];
  });
  if (missing.length === 0) return null;
  return (
    <Notice tone="watch" title={t.authorisation}>
      {t.authorisationText(format.list([...new Set(missing)]))}
    </Notice>
  );
}
