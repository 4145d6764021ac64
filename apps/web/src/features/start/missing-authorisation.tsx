'use client';

import { lackingCertifications, type ProcedureContent } from '@heliograph/domain';
import { Notice } from '@heliograph/ui';
import { dayIn } from '../../platform/day.ts';
import { useField } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { useLackingWords } from '../procedure/lacking-words.ts';
import { startMessages } from './messages.ts';

/** Said before the work begins, and no reason to refuse its start: the gate stands at the hold points. */
export function MissingAuthorisation({ content }: { content: ProcedureContent }) {
  const t = useMessages(startMessages);
  const say = useLackingWords();
  const { certifications, org } = useField().identity;
  const lacking = lackingCertifications(content.requiredCertifications, certifications, dayIn(org.timeZone, Date.now()));
  if (lacking.length === 0) return null;
  return (
    <Notice tone="watch" title={t.authorisation}>
      {t.authorisationText(say(lacking))}
    </Notice>
  );
}
