'use client';

import { Button, Notice, ProgressBar, Stack, StateMark, Text } from '@heliograph/ui';
import type { ReactNode } from 'react';
import { useField } from '../../platform/field-context.tsx';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { useNow } from '../../platform/now.ts';
import { todayMessages } from './messages.ts';
import type { Readiness } from './readiness.ts';
import { useReadiness } from './use-readiness.ts';

/** Older than a working day: worth a word before leaving. */
const STALE_MS = 24 * 3_600_000;

/** Whether one may leave the network now, with its date. */
export function ReadyCard() {
  const t = useMessages(todayMessages);
  const { readiness, hasScanner } = useReadiness();
  switch (readiness.kind) {
    case 'reading':
      return <Looking />;
    case 'receiving':
      return <Preparing>{t.receiving}</Preparing>;
    case 'preparing':
      return (
        <Preparing>
          <ProgressBar done={readiness.done} total={readiness.total} label={t.preparingCount(readiness.done, readiness.total)} />
        </Preparing>
      );
    case 'missing':
      return <NotReady text={t.missing(readiness.done, readiness.total)} />;
    case 'never_whole':
      return <NotReady text={t.neverWhole} />;
    case 'nothing_published':
      return <Text isSoft>{t.nothingPublished}</Text>;
    case 'ready':
      return <Ready readiness={readiness} hasScanner={hasScanner} />;
  }
}

/** As long as the answer that most days have: the button of the work below stays under the finger that reaches for it. */
function Looking() {
  const t = useMessages(todayMessages);
  return (
    <Stack gap={1}>
      <StateMark mark="doing" label={t.looking} />
      <Text kind="small" isSoft>
        {t.lookingText}
      </Text>
    </Stack>
  );
}

function Preparing({ children }: { children: ReactNode }) {
  const t = useMessages(todayMessages);
  return (
    <Stack gap={2}>
      <StateMark mark="doing" label={t.preparing} />
      <Text kind="small" as="div" isSoft>
        {children}
      </Text>
    </Stack>
  );
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

interface ReadyProps {
  readonly readiness: Extract<Readiness, { kind: 'ready' }>;
  readonly hasScanner: boolean;
}

function Ready({ readiness: { procedures, wholeAt }, hasScanner }: ReadyProps) {
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
