'use client';

import { Screen } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { goBack } from '../../platform/router.ts';
import { useTitle } from '../../platform/title.ts';
import { FieldTop } from '../field/field-top.tsx';
import { assistantMessages } from './messages.ts';
import { OwnAsking } from './own-asking.tsx';

/** How I like to ask: models, freedom of tone, length. On the phone. */
export default function AskingPage() {
  const t = useMessages(assistantMessages);
  useTitle(t.ownSettings);
  return (
    <Screen top={<FieldTop title={t.ownSettings} back="/app/assistant" />}>
      <OwnAsking onDone={() => goBack('/app/assistant')} />
    </Screen>
  );
}
