'use client';

import { Button, ErrorState, Screen, Skeleton } from '@heliograph/ui';
import { useCallback, useEffect, useState } from 'react';
import { useRefusal } from '../../platform/messages/refusals.ts';
import { useMessages } from '../../platform/messages.ts';
import { query, RpcError } from '../../platform/rpc.ts';
import { useTitle } from '../../platform/title.ts';
import { FieldTop } from '../field/field-top.tsx';
import { statisticsMessages } from './messages.ts';
import { type Statistics, Usage } from './usage.tsx';

/** One's own use of the assistant, on the phone. It is counted by the server: without a network it says so. */
export default function StatisticsPage() {
  const t = useMessages(statisticsMessages);
  const say = useRefusal();
  const [read, setRead] = useState<Statistics | RpcError | null>(null);
  useTitle(t.mine);
  const load = useCallback(() => {
    setRead(null);
    query('stats.me').then(setRead, (error: unknown) => {
      if (!(error instanceof RpcError)) throw error;
      setRead(error);
    });
  }, []);
  useEffect(load, [load]);
  return (
    <Screen top={<FieldTop title={t.mine} back="/app/assistant" />}>
      {read === null && <Skeleton label={t.loading} lines={8} />}
      {read instanceof RpcError && (
        <ErrorState
          title={t.failed}
          action={
            <Button kind="action" icon="rotate" onClick={load}>
              {t.retry}
            </Button>
          }
        >
          {say(read)}
        </ErrorState>
      )}
      {read !== null && !(read instanceof RpcError) && <Usage whose="me" statistics={read} />}
    </Screen>
  );
}
