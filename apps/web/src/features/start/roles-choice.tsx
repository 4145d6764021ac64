'use client';

import { CheckButtons } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { startMessages } from './messages.ts';
import type { StartForm } from './use-start.ts';

/** Field roles are declared for this work alone; no role of the office gives one, and none is ticked beforehand. */
export function RolesChoice({ form }: { form: StartForm }) {
  const t = useMessages(startMessages);
  return (
    <CheckButtons
      label={t.roles}
      hint={t.rolesHint}
      options={[
        { value: 'team_lead', label: t.team_lead, detail: t.team_leadHelp },
        { value: 'lockout_officer', label: t.lockout_officer, detail: t.lockout_officerHelp },
      ]}
      values={form.roles.filter((role) => role === 'team_lead' || role === 'lockout_officer')}
      onChange={form.chooseRoles}
    />
  );
}
