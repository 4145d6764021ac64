'use client';

import { type AssessedPlace, correctedAt } from '@heliograph/domain';
import { Facts, Notice, Stack, Text } from '@heliograph/ui';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { useAnswerText } from './answer-text.ts';
import { executionMessages } from './messages.ts';
import type { OpenExecution } from './use-execution.ts';

/** Both values, who and when. A value recorded now names them all and settles it; all stay in the history. */
export function Conflict({ execution, place }: { execution: OpenExecution; place: AssessedPlace }) {
  const t = useMessages(executionMessages);
  const format = useFormat();
  const text = useAnswerText();
  const items = (place.register?.heads ?? []).map(({ operation, actor }) => ({
    label: `${execution.nameOf(actor) ?? t.unknownPerson} · ${format.time(correctedAt(operation), execution.site?.timeZone)}`,
    value: operation.k === 'step' ? (text(place.step, operation.p['response']) ?? '–') : operation.k === 'skip' ? t.skipped : t.cleared,
  }));
  return (
    <Notice tone="watch" title={t.conflict}>
      <Stack gap={2}>
        <Facts items={items} />
        <Text kind="small">{t.conflictHelp}</Text>
      </Stack>
    </Notice>
  );
}
