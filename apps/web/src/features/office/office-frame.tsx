'use client';

import { can } from '@heliograph/domain';
import { Button, EmptyState, Office, Rail, Stack, Wordmark } from '@heliograph/ui';
import type { ReactNode } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { usePlace } from '../../platform/router.ts';
import { useSession } from '../../platform/session.ts';
import type { Liveness } from '../../platform/trpc.tsx';
import { officeMessages } from './messages.ts';
import { isWithin, PLACES } from './places.ts';
import { useWaiting } from './use-waiting.ts';

const ACCOUNT = { href: '/office/account' };

interface OfficeFrameProps {
  readonly liveness: Liveness;
  readonly children: ReactNode;
  readonly panel?: ReactNode;
}

/** The desk around every office page: places at the left, who works here, and whether what is shown is live. */
export function OfficeFrame({ liveness, children, panel }: OfficeFrameProps) {
  const t = useMessages(officeMessages);
  const session = useSession();
  const { path } = usePlace();
  const waiting = useWaiting(liveness);
  if (session.kind !== 'person') return null;
  const { user, org, role } = session.identity;
  const rail = (
    <Rail
      label={t.navigation}
      brand={<Wordmark name="Heliograph" />}
      items={[
        ...PLACES.filter(({ permission }) => can({ role, deliverOnly: false }, permission)).map((place) => ({
          ...{ key: place.key, icon: place.icon, href: place.href },
          label: t[place.key],
          ...waiting[place.key],
          isCurrent: isWithin(place, path),
        })),
        { key: 'account', label: user.name, icon: 'person', href: ACCOUNT.href, isCurrent: isWithin(ACCOUNT, path) },
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
      {role === 'technician' && !isWithin(ACCOUNT, path) ? (
        <EmptyState title={t.forSupervisors} action={<Button href="/app">{t.toField}</Button>}>
          {t.forSupervisorsText}
        </EmptyState>
      ) : (
        children
      )}
    </Office>
  );
}
