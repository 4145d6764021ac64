'use client';

import { Notice, Screen } from '@heliograph/ui';
import { useEffect, useState } from 'react';
import { useField } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { useTitle } from '../../platform/title.ts';
import { FieldTop } from '../field/field-top.tsx';
import { accountMessages } from './messages.ts';
import { OwnAccount } from './own-account.tsx';

/** My account, on the phone. */
export default function AccountPage() {
  const t = useMessages(accountMessages);
  const { identity } = useField();
  const isOnline = useOnline();
  useTitle(t.title);
  return (
    <Screen top={<FieldTop title={t.title} back="/app/settings" />}>
      {isOnline ? <OwnAccount identity={identity} /> : <Notice title={t.unreachedTitle}>{t.unreached}</Notice>}
    </Screen>
  );
}

/** What the browser says of the network: a hint, good enough to say beforehand what cannot work. */
function useOnline(): boolean {
  const [isOnline, setOnline] = useState(() => navigator.onLine);
  useEffect(() => {
    const over = new AbortController();
    for (const event of ['online', 'offline']) addEventListener(event, () => setOnline(navigator.onLine), { signal: over.signal });
    return () => over.abort();
  }, []);
  return isOnline;
}
