'use client';

import { correctedAt, type Envelope, subjectKindOf } from '@heliograph/domain';
import type { AsideRecord } from '@heliograph/sync/phone';
import { Card, StateMark, Text } from '@heliograph/ui';
import { useState } from 'react';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { AsideFacts } from '../sync/aside-facts.tsx';
import { syncMessages } from '../sync/messages.ts';
import { AsideSheet } from './aside-sheet.tsx';
import { pathToSubject } from './subject-path.ts';
import { useReason } from './use-reason.ts';

interface AsideRowProps {
  readonly record: AsideRecord;
  /** The intervention and what it waits for stand above it. */
  readonly isWithin?: boolean;
}

/** One record that the server set aside, as its author knows it: what it was about, what was said, and why it stands aside. */
export function AsideRow({ record, isWithin = false }: AsideRowProps) {
  const { operation, state } = record;
  const format = useFormat();
  const reason = useReason();
  const nameOf = useOperationName();
  const [isOpen, setOpen] = useState(false);
  const title = `${nameOf(operation)}, ${format.moment(correctedAt(operation))}`;
  const leads = state === 'rejected' ? { onClick: () => setOpen(true) } : { href: pathToSubject(operation) };
  return (
    <>
      <Card {...leads} title={<StateMark mark={state === 'held' ? 'held' : 'attention'} label={title} />}>
        <AsideFacts operation={operation} isWithin={isWithin} />
        {!isWithin && <Text kind="small">{reason(record)}</Text>}
      </Card>
      {state === 'rejected' && <AsideSheet record={record} title={title} isOpen={isOpen} onClose={() => setOpen(false)} />}
    </>
  );
}

function useOperationName(): (operation: Envelope) => string {
  const t = useMessages(syncMessages);
  const names: Readonly<Record<string, string>> = {
    ...{ step: t.op_answer, clear: t.op_answer, skip: t.op_answer, refuse: t.op_answer },
    ...{ photo: t.op_photo, 'photo.mark': t.op_photo, 'photo.remove': t.op_photo },
    ...{ sign: t.op_signature, comment: t.op_note, start: t.op_start },
    ...{ complete: t.op_life, suspend: t.op_life, resume: t.op_life, second: t.op_life, role: t.op_life },
  };
  return (operation) => (subjectKindOf(operation) === 'tip' ? t.op_tip : (names[operation.k] ?? t.op_other));
}
