'use client';

import { Disclosure, List, ListRow, Stack, Text } from '@heliograph/ui';
import { useEffect, useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { type Output, query } from '../../platform/rpc.ts';
import { signInWords } from './messages.ts';

type Demo = NonNullable<Output<'auth.welcome'>['demo']>;

/** Who can be tried out, where the server was filled with the demonstration; nothing anywhere else, and nothing without a network. */
export function DemoAccounts({ onPick }: { onPick(email: string, password: string): void }) {
  const words = useMessages(signInWords);
  const [demo, setDemo] = useState<Demo | null>(null);
  useEffect(() => {
    let isGone = false;
    query('auth.welcome').then(
      (said) => isGone || setDemo(said.demo),
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, []);
  if (demo === null) return null;
  const roles: Readonly<Record<string, string>> = { technician: words.technician, supervisor: words.supervisor, admin: words.admin };
  return (
    <Disclosure summary={words.demo}>
      <Stack gap={3}>
        <Text kind="small" isSoft>
          {words.demoHelp}
        </Text>
        <List label={words.demo}>
          {demo.accounts.map(({ email, name, role, organisation }) => (
            <ListRow
              key={email}
              title={name}
              detail={`${roles[role] ?? role} · ${organisation} · ${email}`}
              onClick={() => onPick(email, demo.password)}
            />
          ))}
        </List>
      </Stack>
    </Disclosure>
  );
}
