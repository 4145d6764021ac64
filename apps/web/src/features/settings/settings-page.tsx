'use client';

import { Button, Icon, List, ListRow, Screen, Section } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { useTitle } from '../../platform/title.ts';
import { Appearance } from '../account/appearance.tsx';
import { FieldTop } from '../field/field-top.tsx';
import { AccountFacts, HeldCertifications } from './account-facts.tsx';
import { LeaveSheet } from './leave-sheet.tsx';
import { settingsMessages } from './messages.ts';

/** How this person reads, and who they are here. Every choice holds at once. */
export default function SettingsPage() {
  const t = useMessages(settingsMessages);
  const [isLeaving, setLeaving] = useState(false);
  useTitle(t.title);
  return (
    <Screen top={<FieldTop title={t.title} back="/app/more" />}>
      <Appearance />
      <HeldCertifications />
      <Section title={t.account}>
        <AccountFacts />
        <List>
          <ListRow leading={<Icon name="key" />} title={t.ownAccount} detail={t.ownAccountText} href="/app/account" />
        </List>
        <Button icon="logout" onClick={() => setLeaving(true)}>
          {t.signOut}
        </Button>
      </Section>
      <LeaveSheet isOpen={isLeaving} onClose={() => setLeaving(false)} />
    </Screen>
  );
}
