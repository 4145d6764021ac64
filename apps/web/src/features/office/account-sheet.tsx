'use client';

import { Button, Segmented, Stack, Text } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { prefer, useLanguage, usePreferences } from '../../platform/preferences.ts';
import { endSession, useSession } from '../../platform/session.ts';
import { officeMessages } from './messages.ts';

/** Who works here, in which language and light, and the way out. */
export function AccountSheet() {
  const t = useMessages(officeMessages);
  const session = useSession();
  const language = useLanguage();
  const { theme } = usePreferences();
  if (session.kind !== 'person') return null;
  const { user, org } = session.identity;
  return (
    <Stack gap={5}>
      <Text>
        {user.name} · {user.email}
        <br />
        {org.name}
      </Text>
      <Segmented
        label={t.language}
        value={language}
        onChange={(next) => prefer({ language: next })}
        options={[
          { value: 'fr', label: 'Français' },
          { value: 'en', label: 'English' },
        ]}
      />
      <Segmented
        label={t.theme}
        value={theme}
        onChange={(next) => prefer({ theme: next })}
        options={[
          { value: 'auto', label: t.themeAuto },
          { value: 'clair', label: t.themeLight },
          { value: 'sombre', label: t.themeDark },
        ]}
      />
      <Button kind="action" icon="logout" isWide onClick={() => void endSession()}>
        {t.signOut}
      </Button>
    </Stack>
  );
}
