'use client';

import { Button, Notice } from '@heliograph/ui';
import { useField } from '../../platform/field-context.tsx';
import { useFormat } from '../../platform/format.ts';
import { type Trouble, troublesOf, useHealth } from '../../platform/health.ts';
import { useMessages } from '../../platform/messages.ts';
import { syncMessages } from './messages.ts';

/** What is wrong with this phone, what of it is safe, and what to do. That room runs short is told beside the room. */
export function TroubleNotices() {
  const troubles = troublesOf(useHealth());
  return troubles.filter((trouble) => trouble !== 'low_room').map((trouble) => <TroubleNotice key={trouble} trouble={trouble} />);
}

function TroubleNotice({ trouble }: { trouble: Exclude<Trouble, 'low_room'> }) {
  const t = useMessages(syncMessages);
  const { sender } = useField();
  switch (trouble) {
    case 'full':
      return (
        <Notice tone="stop" title={t.full} isLive action={<Button onClick={() => sender.wake('tap')}>{t.fullAgain}</Button>}>
          {t.fullText}
        </Notice>
      );
    case 'memory':
      return (
        <Notice tone="stop" title={t.memory} isLive action={<Button onClick={() => location.reload()}>{t.reload}</Button>}>
          {t.memoryText}
        </Notice>
      );
    case 'clock':
      return <ClockNotice />;
  }
}

const DAY_MS = 86_400_000;

function ClockNotice() {
  const t = useMessages(syncMessages);
  const format = useFormat();
  const { offset } = useHealth();
  const by = Math.abs(offset);
  const amount = by < 2 * DAY_MS ? format.duration(by / 60_000) : t.days(Math.round(by / DAY_MS));
  return (
    <Notice tone="watch" title={offset > 0 ? t.clockSlow(amount) : t.clockFast(amount)}>
      {t.clockText}
    </Notice>
  );
}
