'use client';

import { Button, Cluster, Facts, Stack, StateMark, Text, Title } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { endSession, useSession } from '../../../platform/session.ts';
import { useTitle } from '../../../platform/title.ts';
import { useLive } from '../../../platform/trpc.tsx';
import { Appearance } from '../../account/appearance.tsx';
import { accountMessages } from '../../account/messages.ts';
import { OwnAccount } from '../../account/own-account.tsx';
import { assistantMessages } from '../../assistant/messages.ts';
import { OwnAsking } from '../../assistant/own-asking.tsx';
import { Part } from '../../people/part.tsx';
import { personWords } from '../../people/words.ts';
import { settingsMessages } from '../../settings/messages.ts';
import { OfficeFrame } from '../office-frame.tsx';
import { Measure } from '../shared/measure.tsx';

/** My account, at the desk. */
export default function AccountPage() {
  const t = useMessages(accountMessages);
  const words = useMessages(settingsMessages);
  const people = useMessages(personWords);
  const session = useSession();
  const assistant = useMessages(assistantMessages);
  const [hasSaved, setSaved] = useState(false);
  const live = useLive();
  useTitle(t.title);
  if (session.kind !== 'person') return null;
  const { user, org, role } = session.identity;
  return (
    <OfficeFrame liveness={live}>
      <Measure>
        <Stack gap={7}>
          <Title>{t.title}</Title>
          <Facts
            items={[
              { label: words.email, value: user.email },
              { label: words.organisation, value: org.name },
              { label: words.role, value: people[`role_${role}`] },
            ]}
          />
          <Part title={t.appearance}>
            <Appearance />
          </Part>
          <Part title={assistant.ownSettings}>
            <Stack gap={3}>
              <OwnAsking isWide={false} onDone={() => setSaved(true)} />
              <span role="status">{hasSaved && <StateMark mark="conform" label={assistant.savedSettings} size="small" />}</span>
            </Stack>
          </Part>
          <OwnAccount identity={session.identity} />
          <Part title={t.signOut}>
            <Stack gap={3}>
              <Text isSoft>{t.signOutText}</Text>
              <Cluster>
                <Button kind="action" icon="logout" onClick={() => void endSession()}>
                  {t.signOut}
                </Button>
              </Cluster>
            </Stack>
          </Part>
        </Stack>
      </Measure>
    </OfficeFrame>
  );
}
