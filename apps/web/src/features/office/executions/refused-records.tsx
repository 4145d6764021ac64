'use client';

import { isKnownKind } from '@heliograph/domain';
import { Table } from '@heliograph/ui';
import { useFormat } from '../../../platform/format.ts';
import { useLocalized, useMessages } from '../../../platform/messages.ts';
import type { Output } from '../../../platform/rpc.ts';
import { useOperationText } from '../../execution/answer-text.ts';
import { operationMessages } from '../../execution/operation-messages.ts';
import { receiptMessages } from '../../receipt/messages.ts';
import { refusalMessages } from './refusal-messages.ts';

type Receipt = Output<'execution.receipt'>;

/** What the server keeps and did not take: who said what, where, and why it stands aside. */
export function RefusedRecords({ receipt: { refused, execution } }: { receipt: Receipt }) {
  const t = useMessages(receiptMessages);
  const why = useMessages(refusalMessages);
  const names = useMessages(operationMessages);
  const said = useOperationText();
  const say = useLocalized();
  const format = useFormat();
  const { timeZone } = execution.site;
  return (
    <Table
      caption={t.refusedList}
      rows={refused}
      rowKey={({ id }) => id}
      isFolding
      columns={[
        {
          key: 'what',
          label: t.what,
          isPrimary: true,
          cell: ({ kind, step }) =>
            [isKnownKind(kind) ? names[`op_${kind}`] : t.unreadable, step === null ? '' : say(step.title)].filter(Boolean).join(' · '),
        },
        { key: 'said', label: t.said, cell: ({ kind, payload, step }) => said({ k: kind, p: payload }, step ?? undefined) ?? '–' },
        { key: 'who', label: t.who, cell: ({ by }) => by },
        { key: 'when', label: t.when, cell: ({ at }) => (at === null ? '–' : format.moment(at, timeZone)) },
        { key: 'why', label: t.why, isWhole: true, cell: ({ code }) => why[code ?? 'internal'] },
      ]}
    />
  );
}
