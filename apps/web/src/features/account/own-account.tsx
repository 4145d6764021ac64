'use client';

import { Stack } from '@heliograph/ui';
import type { Identity } from '../../platform/identity.ts';
import { useMessages } from '../../platform/messages.ts';
import { Part } from '../people/part.tsx';
import { accountMessages } from './messages.ts';
import { OwnSessions } from './own-sessions.tsx';
import { PasswordForm } from './password-form.tsx';
import { RenameForm } from './rename-form.tsx';

/** What a person keeps of themselves: name, password, where they are signed in. It takes a network. */
export function OwnAccount({ identity: { org, user } }: { identity: Identity }) {
  const t = useMessages(accountMessages);
  return (
    <Stack gap={7}>
      <Part title={t.identity}>
        <RenameForm name={user.name} />
      </Part>
      <Part title={t.password}>
        <PasswordForm context={[org.name, user.name, user.email]} />
      </Part>
      <OwnSessions />
    </Stack>
  );
}
