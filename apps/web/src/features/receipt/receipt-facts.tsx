'use client';

import { type Delivery, type Receipt, type ReceiptRecord, receiptStanding } from '@heliograph/domain';
import { Code, Facts, type FactsProps, type Mark, Notice, Stack, StateMark, Text } from '@heliograph/ui';
import type { ReactNode } from 'react';
import { type Format, useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { CopyButton } from '../qr/copy-button.tsx';
import { receiptMessages } from './messages.ts';

/** The counts, times and digits of a receipt, whoever made it. */
export interface ReceiptSummary extends Omit<Receipt, 'records'> {
  readonly records: readonly Pick<ReceiptRecord, 'delivery'>[];
  /** Null where the server has nothing of it. */
  readonly fingerprint: string | null;
  /** Records that the server did not take: of this phone, or at the office of everybody. */
  readonly refused: number;
  /** Photos that went bad on this phone; the office cannot know. */
  readonly damaged?: number;
  /** Where they can be seen is said otherwise at the office. */
  readonly isOffice?: boolean;
}

interface ReceiptFactsProps {
  readonly receipt: ReceiptSummary;
  /** Said instead of what the counts come to, where they do not tell it all. */
  readonly notice?: ReactNode;
  readonly timeZone: string | undefined;
  /** What the copied text begins with. */
  readonly heading: string;
}

/** What a person can show to whoever asks whether it arrived. */
export function ReceiptFacts({ receipt, notice = null, timeZone, heading }: ReceiptFactsProps) {
  const t = useMessages(receiptMessages);
  const format = useFormat();
  const { fingerprint, isOffice = false } = receipt;
  const standing = receiptStanding(receipt);
  const lines = linesOf(receipt, { t, format, timeZone });
  const text = [heading, ...lines.map(({ label, value }) => `${label}${format.language === 'fr' ? ' :' : ':'} ${value}`), fingerprint ?? ''].join(
    '\n',
  );
  return (
    <Stack gap={4}>
      {notice ?? (
        <Notice tone={TONES[standing]} title={t[`title_${standing}`]}>
          {isOffice && (standing === 'refused' || standing === 'waiting') ? t[`text_${standing}Office`] : t[`text_${standing}`]}
        </Notice>
      )}
      <Facts items={[...lines]} />
      {fingerprint !== null && (
        <Stack gap={1}>
          <Text kind="small" isSoft>
            {t.fingerprint}
          </Text>
          <Code>{fingerprint.replace(/(.{8})(?=.)/g, '$1 ')}</Code>
          <Text kind="small" isSoft>
            {t.fingerprintText}
          </Text>
        </Stack>
      )}
      <CopyButton text={text} label={t.copy} />
    </Stack>
  );
}

interface Speaking {
  readonly t: (typeof receiptMessages)['fr'];
  readonly format: Format;
  readonly timeZone: string | undefined;
}

type Line = { readonly label: string; readonly value: string };

const TONES = { whole: 'conform', waiting: 'info', partly: 'info', damaged: 'watch', refused: 'watch' } as const;

function linesOf(
  { count, refused, damaged = 0, firstAt, lastAt, receivedAt, position }: ReceiptSummary,
  { t, format, timeZone }: Speaking,
): readonly Line[] {
  const moment = (at: number | null) => (at === null ? t.notYet : format.moment(at, timeZone));
  return [
    { label: t.records, value: t.ofAll(count.delivered, count.records) },
    ...(refused === 0 ? [] : [{ label: t.refused, value: format.number(refused) }]),
    { label: t.photos, value: count.photos === 0 ? t.none : t.ofAll(count.photosDelivered, count.photos) },
    ...(damaged === 0 ? [] : [{ label: t.damaged, value: format.number(damaged) }]),
    ...(count.photosElsewhere === 0 ? [] : [{ label: t.elsewhere, value: t.elsewhereValue(format.number(count.photosElsewhere)) }]),
    { label: t.first, value: moment(firstAt) },
    { label: t.last, value: moment(lastAt) },
    { label: t.received, value: moment(receivedAt) },
    { label: t.position, value: position === null ? t.notYet : format.number(position) },
  ] satisfies FactsProps['items'];
}

const MARKS: Readonly<Record<Delivery, Mark>> = { saved: 'here', sent: 'sending', delivered: 'sent' };

/** How far one record came, by sign and by word. */
export function DeliveryMark({ delivery }: { delivery: Delivery }) {
  const t = useMessages(receiptMessages);
  const words: Readonly<Record<Delivery, string>> = { saved: t.saved, sent: t.sent, delivered: t.delivered };
  return <StateMark mark={MARKS[delivery]} label={words[delivery]} size="small" />;
}
