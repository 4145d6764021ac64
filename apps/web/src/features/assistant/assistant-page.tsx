'use client';

import { Button, EmptyState, Icon, List, ListRow, Screen, Stack } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { navigate, usePlace } from '../../platform/router.ts';
import { useTitle } from '../../platform/title.ts';
import { FieldBottom } from '../field/field-bottom.tsx';
import { FieldTop } from '../field/field-top.tsx';
import { newTalk } from './fresh.ts';
import { assistantMessages } from './messages.ts';
import { PhoneShell } from './phone-shell.tsx';
import { TalkList } from './talk-list.tsx';
import { UndoRemoval } from './undo-removal.tsx';

/** The assistant's place on a phone: ask, or go on with an earlier conversation. */
export default function AssistantPage() {
  const t = useMessages(assistantMessages);
  const { search } = usePlace();
  const [version, setVersion] = useState(0);
  useTitle(t.title);
  return (
    <PhoneShell>
      <Screen
        top={<FieldTop title={t.title} />}
        toast={<UndoRemoval onDone={() => setVersion(version + 1)} />}
        bottom={<FieldBottom current="assistant" />}
      >
        <Stack gap={5}>
          <Button kind="primary" icon="plus" isWide onClick={() => navigate(`/app/assistant/${newTalk()}${search}`)}>
            {t.newOne}
          </Button>
          <Button kind="action" icon="camera" isWide href="/app/analyses">
            {t.analyses}
          </Button>
          <TalkList
            current={null}
            version={version}
            empty={
              <EmptyState icon="chat" title={t.emptyTitle}>
                {t.emptyText}
              </EmptyState>
            }
          />
          <List label={t.mine}>
            <ListRow leading={<Icon name="settings" />} title={t.ownSettings} detail={t.ownSettingsDetail} href="/app/assistant/settings" />
            <ListRow leading={<Icon name="calculator" />} title={t.ownUsage} detail={t.ownUsageDetail} href="/app/assistant/usage" />
          </List>
        </Stack>
      </Screen>
    </PhoneShell>
  );
}
