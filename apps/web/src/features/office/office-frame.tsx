'use client';

import { Button, EmptyState, Office, Rail, Segmented, Stack, StateMark, Text, Wordmark } from '@heliograph/ui';
import type { ReactNode } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { prefer, useLanguage } from '../../platform/preferences.ts';
import { endSession, useSession } from '../../platform/session.ts';
import type { Liveness } from '../../platform/trpc.tsx';
import { officeMessages } from './messages.ts';

/** The desk around every office page: places at the left, and whether what is shown is live. */
export function OfficeFrame({ liveness, children, panel }: { liveness: Liveness; children: ReactNode; panel?: ReactNode }) {
  const t = useMessages(officeMessages);
  const session = useSession();
  const language = useLanguage();
  if (session.kind !== 'person') return null;
  const { user, org, role } = session.identity;
  const rail = (
    <Rail
      label={t.navigation}
      brand={<Wordmark name="Heliograph" />}
      items={[{ key: 'executions', label: t.executions, icon: 'clipboard', href: '/office', isCurrent: true }]}
      footer={
        <Stack gap={3}>
          <StateMark mark={liveness === 'live' ? 'conform' : 'watch'} label={liveness === 'live' ? t.live : t.asking} size="small" />
          <Text kind="small">
            {user.name} · {org.name}
          </Text>
          <Segmented
            label={t.language}
            isLabelHidden
            value={language}
            onChange={(next) => prefer({ language: next })}
            options={[
              { value: 'fr', label: 'Français' },
              { value: 'en', label: 'English' },
            ]}
          />
          <Button kind="quiet" icon="logout" onClick={() => void endSession()}>
            {t.signOut}
          </Button>
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
    </Office>
  );
}
