'use client';

import { CLOCK_TRUST_MS, correctedAt, isKnownKind, type LogEntry } from '@heliograph/domain';
import { List, ListRow, StateMark } from '@heliograph/ui';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { useOperationText } from './answer-text.ts';
import { executionMessages } from './messages.ts';
import { operationMessages } from './operation-messages.ts';
import type { OpenExecution } from './use-execution.ts';

/** Everything that was recorded, replaced values included: corrections add, they never overwrite (rule 9). */
export function History({ execution }: { execution: OpenExecution }) {
  const t = useMessages(executionMessages);
  const { timeZone } = execution.site ?? {};
  const format = useFormat();
  const describe = useDescription(execution);
  const when = ({ operation, serverAt }: LogEntry) => {
    // The device's own time is shown as such where its clock was off (rule 10).
    const isDoubtful = Math.abs(operation.o) > CLOCK_TRUST_MS;
    const taken = `${format.moment(isDoubtful ? operation.w : correctedAt(operation), timeZone)}${isDoubtful ? ` (${t.deviceTime})` : ''}`;
    return serverAt === null
      ? `${taken} · ${t.notSentYet}`
      : isDoubtful || serverAt - correctedAt(operation) > CLOCK_TRUST_MS
        ? `${taken} · ${t.receivedAt(format.moment(serverAt, timeZone))}`
        : taken;
  };
  return (
    <List label={t.history}>
      {execution.state.history.toReversed().map((entry) => (
        <ListRow
          key={entry.operation.id}
          title={describe(entry)}
          detail={`${execution.nameOf(entry.actor) ?? t.unknownPerson} · ${when(entry)}`}
          trailing={
            <StateMark
              mark={entry.seq === null ? 'here' : 'sent'}
              label={entry.seq === null ? t.photoHere : t.photoSent}
              isLabelHidden
              size="small"
            />
          }
        />
      ))}
    </List>
  );
}

function useDescription({ content }: OpenExecution): (entry: LogEntry) => string {
  const names = useMessages(operationMessages);
  const language = useLanguage();
  const text = useOperationText();
  return ({ operation }) => {
    const { k, s } = operation;
    const step = content.steps.find(({ id }) => id === s?.split('/')[0]);
    const what = isKnownKind(k) ? names[`op_${k}`] : names.op_newer;
    return [what, step?.title[language], text(operation, step)].filter(Boolean).join(' · ');
  };
}
