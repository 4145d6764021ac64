'use client';

import { correctedAt, type Envelope } from '@heliograph/domain';
import type { AsideCode, AsideRecord } from '@heliograph/sync';
import { List, ListRow, Section, StateMark, Text } from '@heliograph/ui';
import { useLocalView } from '../../platform/field-context.tsx';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { syncMessages } from './messages.ts';

/** Records the server set aside: those that ask for a person, then those that only wait. Never deleted, never in the way of the rest. */
export function AsideLists() {
  const t = useMessages(syncMessages);
  const asides = useLocalView((view) => view.asides) ?? [];
  const rejected = asides.filter(({ state }) => state === 'rejected');
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

function AsideRow({ record: { operation, state, code } }: { record: AsideRecord }) {
  const format = useFormat();
  const reason = useReason();
  const nameOf = useOperationName();
  const when = `${nameOf(operation)}, ${format.moment(correctedAt(operation))}`;
  return (
    <ListRow
      href={`/app/executions/${operation.x}`}
      title={<StateMark mark={state === 'rejected' ? 'attention' : 'held'} label={when} />}
      detail={reason(code)}
    />
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
