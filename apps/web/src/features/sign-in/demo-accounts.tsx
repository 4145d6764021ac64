'use client';

import { roleSchema } from '@heliograph/domain/permission';
import { Disclosure, List, ListRow, Stack, Text } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { personWords } from '../people/words.ts';
import { signInWords } from './messages.ts';
import type { Welcome } from './use-welcome.ts';

/** Who can be tried out, where the server was filled with the demonstration; nothing anywhere else, and nothing without a network. */
export function DemoAccounts({ demo, onPick }: { demo: Welcome['demo']; onPick(email: string, password: string): void }) {
  const words = useMessages(signInWords);
  const people = useMessages(personWords);
  if (demo === null) return null;
  const roleOf = (role: string) => {
    const known = roleSchema.safeParse(role);
    return known.success ? people[`role_${known.data}`] : role;
  };
  return (
    <Disclosure summary={words.demo}>
      <Stack gap={3}>
        <Text kind="small" isSoft>
          {words.demoHelp}
        </Text>
        <List label={words.demo}>
          {demo.accounts.map(({ email, name, role, organisation }) => (
            <ListRow key={email} title={name} detail={`${roleOf(role)} · ${organisation} · ${email}`} onClick={() => onPick(email, demo.password)} />
          ))}
        </List>
      </Stack>
    </Disclosure>
  );
}
