'use client';

import { Button, EmptyState, Office, Rail, Sheet, Stack, Wordmark } from '@heliograph/ui';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { useSession } from '../../platform/session.ts';
import type { Liveness } from '../../platform/trpc.tsx';
import { AccountSheet } from './account-sheet.tsx';
import { officeMessages } from './messages.ts';

interface OfficeFrameProps {
  readonly liveness: Liveness;
  readonly children: ReactNode;
  readonly panel?: ReactNode;
}

/** The desk around every office page: places at the left, who works here, and whether what is shown is live. */
export function OfficeFrame({ liveness, children, panel }: OfficeFrameProps) {
  const t = useMessages(officeMessages);
  const session = useSession();
  const [isAccountOpen, setAccountOpen] = useState(false);
  if (session.kind !== 'person') return null;
  const { user, org, role } = session.identity;
  const rail = (
    <Rail
      label={t.navigation}
      brand={<Wordmark name="Heliograph" />}
      items={[
        { key: 'executions', label: t.executions, icon: 'clipboard', href: '/office', isCurrent: true },
        { key: 'account', label: user.name, icon: 'person', onClick: () => setAccountOpen(true) },
      ]}
      footer={
        <Stack gap={1}>
          <span>{org.name}</span>
          <span role="status">{{ connecting: '', live: t.live, asking: t.asking }[liveness]}</span>
        </Stack>
      }
    />
  );
  return (
    <Office rail={rail} panel={panel}>
      {role === 'technician' ? (
        <EmptyState title={t.forSupervisors} action={<Button href="/app">{t.toField}</Button>}>
          {t.forSupervisorsText}
        </EmptyState>
      ) : (
        children
      )}
      <Sheet title={t.account} isOpen={isAccountOpen} onClose={() => setAccountOpen(false)} closeLabel={t.close} side="end">
        <AccountSheet />
      </Sheet>
    </Office>
  );
}
