'use client';

import { correctedAt, isKnownKind, type ReceiptRecord, stepAt } from '@heliograph/domain';
import type { PhotoRecord } from '@heliograph/sync';
import { needsPerson } from '@heliograph/sync/phone';
import { List, ListRow, Screen, Section, Skeleton, Stack } from '@heliograph/ui';
import { useLocalView } from '../../platform/field-context.tsx';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { useTitle } from '../../platform/title.ts';
import { Missing } from '../execution/missing.tsx';
import { ForgottenNotice } from '../execution/office-notices.tsx';
import { operationMessages } from '../execution/operation-messages.ts';
import { type OpenExecution, useExecution } from '../execution/use-execution.ts';
import { FieldTop } from '../field/field-top.tsx';
import { receiptMessages } from './messages.ts';
import { ReceiptFacts } from './receipt-facts.tsx';
import { useReceipt } from './use-receipt.ts';

/** What became of every record of one intervention, from this phone's own memory: it needs no network to be shown. */
export default function ReceiptPage({ id }: { id: string }) {
  const t = useMessages(receiptMessages);
  const view = useExecution(id);
  useTitle(t.title);
  if (view.kind === 'open') return <Opened execution={view.execution} />;
  if (view.kind !== 'reading') return <Missing kind={view.kind} />;
  return (
    <Screen top={<FieldTop title={t.title} back={`/app/executions/${id}`} />}>
      <Skeleton label={t.reading} lines={6} />
    </Screen>
  );
}

function Opened({ execution }: { execution: OpenExecution }) {
  const t = useMessages(receiptMessages);
  const language = useLanguage();
  const { content, site, asset, x } = execution;
  const receipt = useReceipt(execution);
  const subject: string = x;
  const refused = useLocalView((view) => view.asides)?.filter((one) => needsPerson(one) && one.operation.x === subject).length ?? 0;
  const photos = useLocalView((view) => view.photos) ?? [];
  const about = [content.title[language], site?.name, asset?.asset.name].filter(Boolean).join(' · ');
  return (
    <Screen top={<FieldTop title={t.title} eyebrow={about} back={`/app/executions/${x}/read`} />}>
      {receipt === null ? (
        <Skeleton label={t.reading} lines={6} />
      ) : (
        <Stack gap={6}>
          <ReceiptFacts
            notice={receipt.isForgotten ? <ForgottenNotice execution={execution} /> : null}
            receipt={{ ...receipt, refused, damaged: damagedIn(receipt.records, photos) }}
            timeZone={site?.timeZone}
            heading={`${t.title} · ${about}`}
          />
          <Section title={t.list} aside={receipt.count.records}>
            <Records execution={execution} records={receipt.records} />
          </Section>
        </Stack>
      )}
    </Screen>
  );
}

/** Photos of these records whose bytes this phone can no longer send, whether somebody has seen to it or not. */
function damagedIn(records: readonly ReceiptRecord[], photos: readonly PhotoRecord[]): number {
  const gone = new Set<string>(photos.flatMap(({ sha, state }) => (state === 'damaged' || state === 'aside' ? [sha] : [])));
  return records.filter(({ photo }) => photo !== null && gone.has(photo)).length;
}

function Records({ execution, records }: { execution: OpenExecution; records: readonly ReceiptRecord[] }) {
  const t = useMessages(receiptMessages);
  const names = useMessages(operationMessages);
  const language = useLanguage();
  const format = useFormat();
  const words = { saved: t.saved, sent: t.sent, delivered: t.delivered };
  const titleOf = ({ entry: { operation } }: ReceiptRecord) => {
    const step = stepAt(execution.content, operation.s);
    return [isKnownKind(operation.k) ? names[`op_${operation.k}`] : names.op_newer, step?.title[language]].filter(Boolean).join(' · ');
  };
  return (
    <List isOrdered>
      {records.map((record) => {
        const { operation, seq } = record.entry;
        const when = format.moment(correctedAt(operation), execution.site?.timeZone);
        return (
          <ListRow
            key={operation.id}
            title={titleOf(record)}
            detail={[words[record.delivery], when, seq === null ? '' : t.numbered(format.number(seq))].filter(Boolean).join(' · ')}
          />
        );
      })}
    </List>
  );
}
