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

type Aside = Receipt['refused'][number];
type Words = (typeof refusalMessages)['fr'];

/** What the server did not take. */
export function RefusedRecords({ receipt: { refused, execution } }: { receipt: Receipt }) {
  const t = useMessages(receiptMessages);
  const why = useMessages(refusalMessages);
  return (
    <Asides
      caption={t.refusedList}
      unknown={t.unreadable}
      rows={refused}
      timeZone={execution.site.timeZone}
      whyOf={({ code }) => why[code ?? 'internal']}
    />
  );
}

/** What it took and cannot apply yet. */
export function HeldRecords({ receipt: { held, execution } }: { receipt: Receipt }) {
  const t = useMessages(receiptMessages);
  const why = useMessages(refusalMessages);
  const names = useMessages(operationMessages);
  return (
    <Asides caption={t.heldList} unknown={names.op_newer} rows={held} timeZone={execution.site.timeZone} whyOf={({ code }) => whyHeld(code, why)} />
  );
}

/** The work itself is here: whatever a record waited for when it came, now it is its author, or a newer server. */
function whyHeld(code: Aside['code'], why: Words): string {
  if (code === 'newer_kind') return why.held_newer_kind;
  return code === 'unknown_procedure' ? why.held_unknown_procedure : why.held_author;
}

interface AsidesProps {
  readonly caption: string;
  /** What a record of a kind that nobody here knows is called. */
  readonly unknown: string;
  readonly rows: readonly Aside[];
  readonly timeZone: string;
  whyOf(row: Aside): string;
}

/** Who said what, where, and why it stands aside. */
function Asides({ caption, unknown, rows, timeZone, whyOf }: AsidesProps) {
  const t = useMessages(receiptMessages);
  const names = useMessages(operationMessages);
  const said = useOperationText();
  const say = useLocalized();
  const format = useFormat();
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      isFolding
      columns={[
        {
          key: 'what',
          label: t.what,
          isPrimary: true,
          cell: ({ kind, step }) =>
            [isKnownKind(kind) ? names[`op_${kind}`] : unknown, step === null ? '' : say(step.title)].filter(Boolean).join(' · '),
        },
        { key: 'said', label: t.said, cell: ({ kind, payload, step }) => said({ k: kind, p: payload }, step ?? undefined) ?? '–' },
        { key: 'who', label: t.who, cell: ({ by }) => by },
        { key: 'when', label: t.when, cell: ({ at }) => (at === null ? '–' : format.moment(at, timeZone)) },
        { key: 'why', label: t.why, isLong: true, cell: whyOf },
      ]}
    />
  );
}
