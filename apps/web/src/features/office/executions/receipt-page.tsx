'use client';

import { executionIdSchema, isKnownKind, stepAt } from '@heliograph/domain';
import { Button, Code, EmptyState, Stack, Table, Text, Title } from '@heliograph/ui';
import { useFormat } from '../../../platform/format.ts';
import { useLocalized, useMessages } from '../../../platform/messages.ts';
import { pathTo } from '../../../platform/router.ts';
import type { Output } from '../../../platform/rpc.ts';
import { useTitle } from '../../../platform/title.ts';
import { refetchEvery, trpc, useLive } from '../../../platform/trpc.tsx';
import { operationMessages } from '../../execution/operation-messages.ts';
import { receiptMessages } from '../../receipt/messages.ts';
import { DeliveryMark, ReceiptFacts } from '../../receipt/receipt-facts.tsx';
import { officeMessages } from '../messages.ts';
import { Read } from '../shared/page-state.tsx';
import styles from './receipt-page.module.css';
import { HeldRecords, RefusedRecords } from './refused-records.tsx';

type OpenedReceipt = Output<'execution.receipt'>;

/** What the server holds of one intervention: counts, digits and every record, to be printed or copied. */
export default function ReceiptPage({ id }: { id: string }) {
  const t = useMessages(officeMessages);
  const parsed = executionIdSchema.safeParse(id);
  return (
    <main className={styles.page}>
      {parsed.success ? (
        <Opened id={parsed.data} />
      ) : (
        <EmptyState title={t.notFound} action={<Button href="/office">{t.back}</Button>}>
          {t.notFoundText}
        </EmptyState>
      )}
    </main>
  );
}

function Opened({ id }: { id: OpenedReceipt['execution']['id'] }) {
  const t = useMessages(receiptMessages);
  const live = useLive();
  const query = trpc.execution.receipt.useQuery({ id }, { refetchInterval: refetchEvery(live) });
  useTitle(t.title);
  return (
    <Read query={query} words={{ loading: t.reading, failed: t.failed }} lines={10}>
      {(receipt) => <Receipt receipt={receipt} />}
    </Read>
  );
}

function Receipt({ receipt }: { receipt: OpenedReceipt }) {
  const t = useMessages(receiptMessages);
  const say = useLocalized();
  const format = useFormat();
  const { execution } = receipt;
  const about = [execution.title === null ? execution.slug : say(execution.title), execution.site.name, execution.asset].filter(Boolean).join(' · ');
  return (
    <Stack gap={6}>
      <div className={styles.tools}>
        <Button kind="quiet" icon="arrow-left" href={pathTo('/office/executions/:id', { id: execution.id })}>
          {t.back}
        </Button>
        <Button kind="action" onClick={() => print()}>
          {t.print}
        </Button>
      </div>
      <Title level={1} eyebrow={about}>
        {t.title}
      </Title>
      <Text isSoft>{t.made(format.moment(receipt.madeAt))}</Text>
      <ReceiptFacts
        receipt={{ ...receipt, refused: receipt.refused.length, isOffice: true }}
        timeZone={execution.site.timeZone}
        heading={`${t.title} · ${about}`}
      />
      {receipt.refused.length > 0 && <RefusedRecords receipt={receipt} />}
      {receipt.held.length > 0 && <HeldRecords receipt={receipt} />}
      <Records receipt={receipt} />
    </Stack>
  );
}

function Records({ receipt: { records, steps, execution } }: { receipt: OpenedReceipt }) {
  const t = useMessages(receiptMessages);
  const names = useMessages(operationMessages);
  const say = useLocalized();
  const format = useFormat();
  const { timeZone } = execution.site;
  const stepTitle = (address: string | null) => {
    const step = stepAt({ steps }, address);
    return step === undefined ? '' : say(step.title);
  };
  return (
    <Table
      caption={t.list}
      rows={records}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'what',
          label: t.what,
          isPrimary: true,
          cell: ({ kind, address, photo, flags }) => (
            <Stack gap={1}>
              <span>
                {[isKnownKind(kind) ? names[`op_${kind}`] : names.op_newer, stepTitle(address), flags.includes('imported') ? t.imported : '']
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {photo !== null && <Code>{photo.slice(0, 16)}</Code>}
            </Stack>
          ),
        },
        { key: 'who', label: t.who, cell: ({ by }) => by },
        { key: 'when', label: t.when, cell: ({ at }) => format.moment(at, timeZone) },
        { key: 'at', label: t.at, cell: ({ receivedAt }) => (receivedAt === null ? t.notYet : format.moment(receivedAt, timeZone)) },
        { key: 'number', label: t.number, align: 'end', cell: ({ seq }) => (seq === null ? '–' : format.number(seq)) },
        { key: 'state', label: t.state, isWhole: true, cell: ({ delivery }) => <DeliveryMark delivery={delivery} /> },
      ]}
    />
  );
}
