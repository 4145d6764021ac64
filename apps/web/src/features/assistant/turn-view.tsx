'use client';

import type { AskingContext } from '@heliograph/domain/assistant';
import type { Source } from '@heliograph/domain/assistant/grounding';
import { type Safety, safetyOf } from '@heliograph/domain/assistant/safety';
import { Button, IconButton } from '@heliograph/ui';
import { type ReactNode, type Ref, useMemo, useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { AnswerCard } from './answer-card.tsx';
import { Answers } from './answers.tsx';
import styles from './assistant.module.css';
import { EditQuestion } from './edit-question.tsx';
import { assistantMessages } from './messages.ts';
import { OnItsWay } from './on-its-way.tsx';
import { EmergencyFirst, OpenLockOut, RefusalNotice, Reminders } from './safety-notices.tsx';
import { useShell } from './shell.ts';
import { LibraryAnswer } from './sources.tsx';
import type { Talk } from './talk.ts';
import { askedBefore, branchesOf, isUnanswered, isWriting, type Question, type TalkState } from './talk-state.ts';
import { type Asking, nameIn } from './use-asking.ts';

interface TurnViewProps {
  readonly ref: Ref<HTMLElement> | undefined;
  /** What follows the answers. */
  readonly children: ReactNode;
  readonly turn: Question;
  readonly state: TalkState;
  readonly talk: Talk;
  readonly asking: Asking | null;
  readonly currency: string;
  /** Asks in place of this question: a branch beside it. */
  onAskInstead(text: string): void;
  onAskAgain(): void;
  onDiscard(): void;
  /** Asks it in a conversation of its own; null where this device keeps nothing. */
  readonly onMove: (() => void) | null;
}

/** A question with its answers. */
export function TurnView(props: TurnViewProps) {
  const { ref, turn, state, talk, children, onAskAgain, onAskInstead, onDiscard, onMove } = props;
  // Written by our own server, from its own rules.
  const safety = turn.safety as Safety | null;
  // By the same words as the server's, which may be out of reach: in an emergency nothing is waited for.
  const emergency = useMemo(() => safetyOf(turn.text).emergency, [turn.text]);
  const way = state.ways[turn.id];
  const { LibraryOffline } = useShell();
  return (
    <section ref={ref} className={styles.turn}>
      <AskedBubble {...props} />
      {emergency && <EmergencyFirst />}
      {way?.kind === 'queued' && LibraryOffline !== null && <LibraryOffline question={turn.text} before={askedBefore(state, turn)} />}
      {way !== undefined ? (
        <OnItsWay {...{ way, onDiscard, onMove }} text={turn.text} onRetry={onAskAgain} onEdit={onAskInstead} />
      ) : (
        <Answered {...props} safety={safety} talk={talk} />
      )}
      {children}
    </section>
  );
}

function AskedBubble({ turn, state, talk, onAskInstead }: Pick<TurnViewProps, 'turn' | 'state' | 'talk' | 'onAskInstead'>) {
  const t = useMessages(assistantMessages);
  const [isEditing, setEditing] = useState(false);
  const branches = branchesOf(state, turn);
  const at = branches.findIndex(({ id }) => id === turn.id);
  const go = (by: number) => {
    const next = branches[at + by];
    if (next !== undefined) void talk.branch(next.id);
  };
  return (
    <div className={styles.asked}>
      {turn.context !== null && <p className={styles.soft}>{turn.context.label}</p>}
      <h2 className={styles.bubble}>{turn.text}</h2>
      {state.isOwn && state.ways[turn.id] === undefined && (
        <div className={styles.actions}>
          {branches.length > 1 && (
            <span className={styles.branches}>
              <IconButton icon="arrow-left" label={t.before} isLabelHidden disabled={at === 0} onClick={() => go(-1)} />
              <span>{t.branch(at + 1, branches.length)}</span>
              <IconButton icon="arrow-right" label={t.after} isLabelHidden disabled={at === branches.length - 1} onClick={() => go(1)} />
            </span>
          )}
          <Button kind="quiet" icon="pencil" disabled={isWriting(turn)} onClick={() => setEditing(true)}>
            {t.edit}
          </Button>
          <Button kind="quiet" icon="rotate" disabled={isWriting(turn)} onClick={() => onAskInstead(turn.text)}>
            {t.regenerate}
          </Button>
        </div>
      )}
      <EditQuestion text={turn.text} isOpen={isEditing} onClose={() => setEditing(false)} onAsk={onAskInstead} />
    </div>
  );
}

type AnsweredProps = Pick<TurnViewProps, 'turn' | 'state' | 'talk' | 'asking' | 'currency'> & { readonly safety: Safety | null };

function Answered({ turn, state, talk, asking, currency, safety }: AnsweredProps) {
  const t = useMessages(assistantMessages);
  const { insert } = useShell();
  const sources = turn.sources as readonly Source[];
  const insertion = (context: AskingContext | null) =>
    insert === null || context?.step === undefined ? null : (text: string) => insert(text, context);
  if (safety?.refuse != null) return <RefusalNotice refuse={safety.refuse} action={<OpenLockOut refuse={safety.refuse} />} />;
  const hasAnswer = turn.answers.length > 0 && !isUnanswered(turn);
  const reminders = safety !== null && <Reminders mustSay={safety.mustSay} hasAnswer={hasAnswer} />;
  if (turn.answers.length === 0)
    return (
      <>
        {reminders}
        <LibraryAnswer sources={sources} why={t.fromLibraryText} />
      </>
    );
  return (
    <>
      <Answers>
        {turn.answers.map((answer) => (
          <AnswerCard
            key={answer.id}
            {...{ answer, sources, currency }}
            name={nameIn(asking, answer)}
            isOneOfSeveral={turn.answers.length > 1}
            isOwn={state.isOwn}
            onStop={() => void talk.stop(turn.id, answer.id)}
            onAgain={() => talk.again(turn.id, answer.id)}
            onChoose={() => void talk.choose(turn.id, answer.id)}
            onInsert={insertion(turn.context)}
          />
        ))}
      </Answers>
      {reminders}
      {!hasAnswer && sources.length > 0 && <LibraryAnswer sources={sources} why={t.fromLibraryInstead} />}
    </>
  );
}
