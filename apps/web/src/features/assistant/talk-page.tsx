'use client';

import { conversationIdSchema } from '@heliograph/domain/assistant';
import { Button, Screen } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { navigate, usePlace } from '../../platform/router.ts';
import { useTitle } from '../../platform/title.ts';
import { FieldTop } from '../field/field-top.tsx';
import { NotFound } from '../shell/not-found.tsx';
import { BeginTalk, isBeginning } from './begin-talk.tsx';
import { contextFrom } from './context-link.ts';
import { assistantMessages } from './messages.ts';
import { PhoneShell } from './phone-shell.tsx';
import { TalkOptions } from './talk-options.tsx';
import { TalkView } from './talk-view.tsx';
import { useTalk } from './use-talk.ts';

/** One conversation on a phone. */
export default function TalkPage({ id }: { id: string }) {
  if (isBeginning(id)) return <BeginTalk home="/app/assistant" />;
  const known = conversationIdSchema.safeParse(id).data;
  if (known === undefined) return <NotFound home="/app/assistant" />;
  return (
    <PhoneShell>
      <PhoneTalk id={known} />
    </PhoneShell>
  );
}

function PhoneTalk({ id }: { id: ReturnType<typeof conversationIdSchema.parse> }) {
  const t = useMessages(assistantMessages);
  const { talk, state } = useTalk(id);
  const { search } = usePlace();
  const [isOpen, setOpen] = useState(false);
  const title = state.kind === 'missing' ? t.title : state.talk?.title || t.newOne;
  useTitle(title);
  return (
    <TalkView {...{ id, talk, state }} context={contextFrom(search)}>
      {({ turns, composer }) => (
        <Screen top={<FieldTop title={title} back="/app/assistant" />} bottom={composer}>
          {state.talk !== null && state.isOwn && (
            <>
              <Button kind="quiet" icon="more" onClick={() => setOpen(true)}>
                {t.options}
              </Button>
              <TalkOptions
                talk={state.talk}
                isOpen={isOpen}
                onClose={() => setOpen(false)}
                onChanged={() => void talk.load()}
                onRemoved={() => navigate(`/app/assistant?removed=${id}`, { isReplaced: true })}
              />
            </>
          )}
          {turns}
        </Screen>
      )}
    </TalkView>
  );
}
