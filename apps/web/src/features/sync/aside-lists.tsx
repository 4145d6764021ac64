'use client';

import { correctedAt, type Envelope } from '@heliograph/domain';
import type { AsideCode } from '@heliograph/sync';
import { type AsideRecord, needsPerson } from '@heliograph/sync/phone';
import { Button, List, ListRow, Section, Sheet, Stack, StateMark, Text } from '@heliograph/ui';
import { useState } from 'react';
import { useField, useLocalView } from '../../platform/field-context.tsx';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { AsideFacts } from './aside-facts.tsx';
import { syncMessages } from './messages.ts';

/** Records the server set aside: those that ask for a person, then those that only wait. Never deleted, never in the way of the rest. */
export function AsideLists() {
  const t = useMessages(syncMessages);
  const asides = useLocalView((view) => view.asides) ?? [];
  const rejected = asides.filter(needsPerson);
  const held = asides.filter(({ state }) => state === 'held');
  return (
    <>
      {rejected.length > 0 && (
        <Section title={t.toCheck} aside={rejected.length}>
          <Asides records={rejected} />
        </Section>
      )}
      {held.length > 0 && (
        <Section title={t.held} aside={held.length}>
          <Text isSoft>{t.heldText}</Text>
          <Asides records={held} />
        </Section>
      )}
    </>
  );
}

const Asides = ({ records }: { records: readonly AsideRecord[] }) => (
  <List>
    {records.map((record) => (
      <AsideRow key={record.operation.id} record={record} />
    ))}
  </List>
);

function AsideRow({ record }: { record: AsideRecord }) {
  const { operation, state, code } = record;
  const format = useFormat();
  const reason = useReason();
  const nameOf = useOperationName();
  const [isOpen, setOpen] = useState(false);
  const when = `${nameOf(operation)}, ${format.moment(correctedAt(operation))}`;
  const leads = state === 'held' ? { href: `/app/executions/${operation.x}` } : { onClick: () => setOpen(true) };
  return (
    <>
      <ListRow {...leads} title={<StateMark mark={state === 'held' ? 'held' : 'attention'} label={when} />} detail={reason(code)} />
      {state === 'rejected' && <AsideSheet record={record} title={when} text={reason(code)} isOpen={isOpen} onClose={() => setOpen(false)} />}
    </>
  );
}

interface AsideSheetProps {
  readonly record: AsideRecord;
  readonly title: string;
  readonly text: string;
  readonly isOpen: boolean;
  onClose(): void;
}

/** What a person can do about a record that the server rejected: look at the work it belongs to, or be done with it. */
function AsideSheet({ record: { operation }, title, text, isOpen, onClose }: AsideSheetProps) {
  const t = useMessages(syncMessages);
  const { settle } = useField();
  return (
    <Sheet title={title} isOpen={isOpen} onClose={onClose} closeLabel={t.close}>
      <Stack gap={4}>
        <Text>{text}</Text>
        {isOpen && <AsideFacts operation={operation} />}
        <Button kind="action" isWide href={`/app/executions/${operation.x}`}>
          {t.openWork}
        </Button>
        <Stack gap={2}>
          <Button kind="quiet" isWide onClick={() => void settle(operation.id).then(onClose)}>
            {t.settle}
          </Button>
          <Text kind="small" isSoft>
            {t.settleText}
          </Text>
        </Stack>
      </Stack>
    </Sheet>
  );
}

/** Why, and what to do about it. */
function useReason(): (code: AsideCode) => string {
  const t = useMessages(syncMessages);
  const reasons: Record<AsideCode, string> = {
    schema: t.schema,
    unknown_execution: t.unknown_execution,
    unknown_step: t.unknown_step,
    unknown_procedure: t.unknown_procedure,
    not_yours: t.not_yours,
    moved: t.moved,
    too_large: t.too_large,
    internal: t.internal,
    newer_kind: t.newer_kind,
    follows_held: t.follows_held,
  };
  return (code) => reasons[code];
}

function useOperationName(): (operation: Envelope) => string {
  const t = useMessages(syncMessages);
  const names: Readonly<Record<string, string>> = {
    ...{ step: t.op_answer, clear: t.op_answer, skip: t.op_answer, refuse: t.op_answer },
    ...{ photo: t.op_photo, 'photo.mark': t.op_photo, 'photo.remove': t.op_photo },
    ...{ sign: t.op_signature, comment: t.op_note, start: t.op_start },
    ...{ complete: t.op_life, suspend: t.op_life, resume: t.op_life, second: t.op_life, role: t.op_life },
  };
  return ({ k }) => names[k] ?? t.op_other;
}
