'use client';

import { Button, Notice, ProgressBar, Stack, StateMark, Text } from '@heliograph/ui';
import { useField } from '../../platform/field-context.tsx';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { useNow } from '../../platform/now.ts';
import { todayMessages } from './messages.ts';
import { type Readiness, useReadiness } from './use-readiness.ts';

/** Older than a working day: worth a word before leaving. */
const STALE_MS = 24 * 3_600_000;

/** Whether one may leave the network now, with its date. */
export function ReadyCard() {
  const t = useMessages(todayMessages);
  const readiness = useReadiness();
  switch (readiness.kind) {
    case 'reading':
      return null;
    case 'preparing':
      return (
        <Stack gap={2}>
          <Text>{t.preparing}</Text>
          <ProgressBar done={readiness.done} total={readiness.total} label={t.preparingCount(readiness.done, readiness.total)} />
        </Stack>
      );
    case 'missing':
      return <NotReady text={readiness.total === 0 ? t.neverWhole : t.missing(readiness.done, readiness.total)} />;
    case 'never_whole':
      return <NotReady text={t.neverWhole} />;
    case 'ready':
      return <Ready readiness={readiness} />;
  }
}

function NotReady({ text }: { text: string }) {
  const t = useMessages(todayMessages);
  const { sender, procedures } = useField();
  const prepare = () => {
    sender.wake('tap');
    void procedures.load();
  };
  return (
    <Notice tone="watch" title={t.notReady} action={<Button onClick={prepare}>{t.prepare}</Button>}>
      {text}
    </Notice>
  );
}

function Ready({ readiness: { procedures, wholeAt, hasScanner } }: { readiness: Extract<Readiness, { kind: 'ready' }> }) {
  const t = useMessages(todayMessages);
  const format = useFormat();
  const isStale = useNow() - wholeAt > STALE_MS;
  return (
    <Stack gap={1}>
      <StateMark mark={isStale ? 'watch' : 'conform'} label={t.ready} />
      <Text kind="small" isSoft>
        {isStale ? t.stale(format.moment(wholeAt)) : t.readyText(procedures, format.moment(wholeAt))}
      </Text>
      {!hasScanner && (
        <Text kind="small" isSoft>
          {t.scannerMissing}
        </Text>
      )}
    </Stack>
  );
}
