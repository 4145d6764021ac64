'use client';

import { conversationIdSchema } from '@heliograph/domain/assistant';
import { Button, EmptyState, Text, Title } from '@heliograph/ui';
import { useCallback, useMemo, useState } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { navigate, pathTo, usePlace } from '../../../platform/router.ts';
import { useSession } from '../../../platform/session.ts';
import { useTitle } from '../../../platform/title.ts';
import { useLive } from '../../../platform/trpc.tsx';
import { contextFrom } from '../../assistant/context-link.ts';
import styles from '../../assistant/desk.module.css';
import { newTalk } from '../../assistant/fresh.ts';
import { assistantMessages } from '../../assistant/messages.ts';
import { AssistantProvider, type AssistantShell } from '../../assistant/shell.ts';
import { TalkList } from '../../assistant/talk-list.tsx';
import { TalkOptions } from '../../assistant/talk-options.tsx';
import { TalkView } from '../../assistant/talk-view.tsx';
import { UndoRemoval } from '../../assistant/undo-removal.tsx';
import { useTalk } from '../../assistant/use-talk.ts';
import { OfficeFrame } from '../office-frame.tsx';
import { withValues } from '../shared/address.ts';
import { deskMemory } from './desk-memory.ts';

const HOME = '/office/assistant';

/** The assistant at a desk: conversations at the left, the open one beside them. */
export default function OfficeAssistantPage({ id }: { id?: string }) {
  const t = useMessages(assistantMessages);
  const live = useLive();
  const [version, setVersion] = useState(0);
  const open = conversationIdSchema.safeParse(id).data;
  const session = useSession();
  const whose = session.kind === 'person' ? `${session.identity.org.id} ${session.identity.user.id}` : null;
  const shell = useMemo<AssistantShell>(() => {
    const memory = whose === null ? null : deskMemory(localStorage, whose);
    return { home: HOME, emergency: '/app/emergency', memory, LibraryOffline: null, hrefOf, insert: null };
  }, [whose]);
  const changed = useCallback(() => setVersion((now) => now + 1), []);
  useTitle(t.title);
  return (
    <AssistantProvider value={shell}>
      <OfficeFrame liveness={live}>
        <div className={styles.deskRoom}>
          <div className={styles.desk} data-open={open !== undefined || undefined}>
            <div className={styles.deskList}>
              <div className={styles.talkHead}>
                <Title level={open === undefined ? 1 : 2}>{t.title}</Title>
                <Button kind="action" icon="plus" onClick={() => navigate(`${HOME}/${newTalk()}`)}>
                  {t.newOne}
                </Button>
              </div>
              <TalkList current={open ?? null} version={version} empty={<Text isSoft>{t.noTalks}</Text>} />
            </div>
            {open === undefined ? (
              <EmptyState icon="chat" title={t.askTitle}>
                {t.emptyText}
              </EmptyState>
            ) : (
              <DeskTalk key={open} id={open} onChanged={changed} />
            )}
          </div>
        </div>
        <div className={styles.deskToast}>
          <UndoRemoval onDone={changed} />
        </div>
      </OfficeFrame>
    </AssistantProvider>
  );
}

const hrefOf: AssistantShell['hrefOf'] = ({ kind, id, step }) => {
  switch (kind) {
    case 'procedure':
      return withValues(pathTo('/office/procedures/:code/print', { code: id }), { step: step ?? '' });
    case 'tip':
      return withValues('/office/tips', { tip: id });
    case 'execution':
      return pathTo('/office/executions/:id', { id });
    case 'finding':
      return pathTo('/office/analyses/:id', { id });
    default:
      return null;
  }
};

function DeskTalk({ id, onChanged }: { id: ReturnType<typeof conversationIdSchema.parse>; onChanged: () => void }) {
  const t = useMessages(assistantMessages);
  const { talk, state } = useTalk(id);
  const { search } = usePlace();
  const [isOpen, setOpen] = useState(false);
  return (
    <TalkView {...{ id, talk, state, onChanged }} context={contextFrom(search)}>
      {({ turns, composer }) => (
        <div className={styles.deskTalk}>
          <div className={styles.deskBack}>
            <Button kind="quiet" icon="arrow-left" href={HOME}>
              {t.conversations}
            </Button>
          </div>
          <div className={styles.talkHead}>
            <Title level={1}>{state.kind === 'missing' ? t.title : state.talk?.title || t.newOne}</Title>
            {state.talk !== null && state.isOwn && (
              <Button kind="quiet" icon="more" onClick={() => setOpen(true)}>
                {t.options}
              </Button>
            )}
          </div>
          {state.talk !== null && (
            <TalkOptions
              talk={state.talk}
              isOpen={isOpen}
              onClose={() => setOpen(false)}
              onChanged={() => {
                void talk.load();
                onChanged();
              }}
              onRemoved={() => navigate(`${HOME}?removed=${id}`, { isReplaced: true })}
            />
          )}
          {turns}
          <div className={styles.deskComposer}>{composer}</div>
        </div>
      )}
    </TalkView>
  );
}
