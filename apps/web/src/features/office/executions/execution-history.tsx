'use client';

import { CLOCK_TRUST_MS, correctedAt, isKnownKind, type Step, stepAt } from '@heliograph/domain';
import { List, ListRow } from '@heliograph/ui';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { operationMessages } from '../../execution/operation-messages.ts';
import { officeMessages } from '../messages.ts';
import { useAddressName } from './address-name.ts';
import { useAnswerWords } from './answer-words.ts';
import { reviewMessages } from './review-messages.ts';
import type { OpenedExecution } from './types.ts';

interface ExecutionHistoryProps {
  readonly opened: OpenedExecution;
  readonly timeZone: string | undefined;
}

/** Everything that was ever recorded, newest first. Device time is marked as such where its clock was off; arrival is said where it came later. */
export function ExecutionHistory({ opened, timeZone }: ExecutionHistoryProps) {
  const t = useMessages(officeMessages);
  const words = useMessages(operationMessages);
  const nameOf = useAddressName(opened);
  const format = useFormat();
  const judged = useMessages(reviewMessages);
  const { head } = useAnswerWords();
  /** A review is its outcome and its note. */
  const valueIn = ({ k, p }: OpenedExecution['history'][number]['operation'], step: Step | undefined) => {
    if (k !== 'review') return head({ kind: k, payload: p }, step);
    const note = p['note'];
    return [p['outcome'] === 'approve' ? judged.approved : judged.returned, typeof note === 'string' ? note : null].filter(Boolean).join(' · ');
  };
  const when = ({ operation, serverAt }: OpenedExecution['history'][number]) => {
    const isDoubtful = Math.abs(operation.o) > CLOCK_TRUST_MS;
    const taken = isDoubtful ? `${format.moment(operation.w, timeZone)} (${t.deviceTime})` : format.moment(correctedAt(operation), timeZone);
    const isLate = serverAt !== null && (isDoubtful || serverAt - correctedAt(operation) > CLOCK_TRUST_MS);
    return isLate ? `${taken} · ${t.received(format.moment(serverAt, timeZone))}` : taken;
  };
  return (
    <List label={t.history}>
      {opened.history.toReversed().map((entry) => {
        const { k, s, p, id } = entry.operation;
        // A review names its step in what it says, an answer by where it stands.
        const about = s ?? (k === 'review' && typeof p['step'] === 'string' ? p['step'] : null);
        const step = stepAt(opened.procedure, about);
        const value = valueIn(entry.operation, step);
        const what = isKnownKind(k) ? words[`op_${k}`] : words.op_newer;
        return (
          <ListRow
            key={id}
            title={[what, nameOf(about), value === '–' ? null : value].filter(Boolean).join(' · ')}
            detail={`${entry.actorName} · ${when(entry)}`}
          />
        );
      })}
    </List>
  );
}
