'use client';

import { type AskedQuestion, type AskingContext, conversationIdSchema } from '@heliograph/domain/assistant';
import { Button, EmptyState, ErrorState, Notice, Skeleton } from '@heliograph/ui';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { navigate } from '../../platform/router.ts';
import { AskingSheet } from './asking-sheet.tsx';
import styles from './assistant.module.css';
import { Composer } from './composer.tsx';
import { FollowUps } from './follow-ups.tsx';
import { assistantMessages } from './messages.ts';
import { useShell } from './shell.ts';
import type { Talk } from './talk.ts';
import { isAnswered, isWriting, type Question, shownOf, type TalkState } from './talk-state.ts';
import { TurnView } from './turn-view.tsx';
import { type Budget, nameIn, useAsking, useBudget } from './use-asking.ts';
import { lastOf, useQuestions } from './use-talk.ts';

interface TalkViewProps {
  readonly id: AskedQuestion['conversation'];
  readonly talk: Talk;
  readonly state: TalkState;
  /** What lies before the person, attached to the first question until they take it off. */
  readonly context: AskingContext | null;
  /** The conversation has changed on the server: its title, its place in a list. */
  readonly onChanged?: () => void;
  /** Sets the questions and the place to type on their screen. */
  children(parts: { readonly turns: ReactNode; readonly composer: ReactNode }): ReactNode;
}

/** A conversation: every question with its answers, and the place to ask the next one. */
export function TalkView({ id, talk, state, context: given, onChanged, children }: TalkViewProps) {
  const { asking, prefer } = useAsking();
  const [context, setContext] = useState(given);
  const [isChoosing, setChoosing] = useState(false);
  const make = useQuestions(id, asking);
  const models = useModelWords(asking);
  const shown = shownOf(state);
  const last = shown.at(-1);
  const latest = useRef<HTMLElement>(null);
  const leaf = last?.id;
  const ended = state.questions.flatMap(({ answers }) => answers).filter(({ status }) => status !== 'writing').length;
  const budget = useBudget(ended);
  const currency = budget?.currency ?? '';
  const movedAt = state.talk?.movedAt;
  const title = state.talk?.title;
  useEffect(() => {
    // At the top: its answers come below it, in sight.
    if (leaf !== undefined) latest.current?.scrollIntoView({ block: 'start' });
  }, [leaf]);
  // What it is called and when it moved is what a list shows.
  useEffect(() => {
    if (movedAt !== undefined && title !== undefined) onChanged?.();
  }, [movedAt, title, onChanged]);
  const { home, memory } = useShell();
  /** Another wording: beside the first one, or in its place where the server never took that. */
  const askInstead = (turn: Question, text: string) => {
    if (state.ways[turn.id] !== undefined) talk.discard(turn.id);
    void talk.ask(make({ text, parent: turn.parent, context: turn.context }));
  };
  const move = async (turn: Question) => {
    const conversation = conversationIdSchema.parse(crypto.randomUUID());
    await memory?.queue({ ...make({ text: turn.text, parent: null, context: turn.context }), conversation });
    talk.discard(turn.id);
    navigate(`${home}/${conversation}`);
  };
  const ask = (text: string) => void talk.ask(make({ text, parent: lastOf(state)?.id ?? null, context }));
  const turns = (
    <div className={styles.turns}>
      <Standing state={state} onRetry={() => void talk.load()} />
      {(state.kind === 'missing' ? [] : shown).map((turn) => (
        <TurnView
          key={turn.id}
          ref={turn === last ? latest : undefined}
          {...{ turn, state, talk, asking, currency }}
          onAskInstead={(text) => askInstead(turn, text)}
          onAskAgain={() => void talk.ask({ ...make({ text: turn.text, parent: turn.parent, context: turn.context }), id: turn.id })}
          onDiscard={() => talk.discard(turn.id)}
          onMove={memory?.sendsByItself !== true ? null : () => void move(turn)}
        >
          {turn === last && state.isOwn && isAnswered(turn) && <FollowUps onAsk={ask} />}
        </TurnView>
      ))}
    </div>
  );
  const composer =
    state.isOwn && state.kind !== 'missing' ? (
      <>
        <div className={styles.overComposer}>
          <BudgetNotice budget={budget} />
        </div>
        <Composer
          {...{ models, context }}
          conversation={id}
          isWriting={last !== undefined && isWriting(last)}
          isReading={state.kind === 'reading'}
          onDetach={() => setContext(null)}
          onModels={() => setChoosing(true)}
          onAsk={ask}
          onStop={() => last !== undefined && void talk.stop(last.id)}
        />
        {asking !== null && <AskingSheet asking={asking} prefer={prefer} isOpen={isChoosing} onClose={() => setChoosing(false)} />}
      </>
    ) : null;
  return children({ turns, composer });
}

function useModelWords(asking: ReturnType<typeof useAsking>['asking']): string {
  const t = useMessages(assistantMessages);
  if (asking === null || asking.taste.isAutomatic) return t.automatic;
  const [only] = asking.taste.models;
  return asking.taste.models.length === 1 && only !== undefined ? nameIn(asking, only) : t.modelsCount(asking.taste.models.length);
}

function Standing({ state, onRetry }: { state: TalkState; onRetry: () => void }) {
  const t = useMessages(assistantMessages);
  if (state.kind === 'reading') return <Skeleton label={t.reading} lines={6} />;
  if (state.kind === 'missing') return <Missing />;
  if (state.kind === 'unreached')
    return (
      <ErrorState title={t.unreached} action={<Button onClick={onRetry}>{t.retry}</Button>}>
        {t.unreachedText}
      </ErrorState>
    );
  if (state.isStale) return <Notice>{t.stale}</Notice>;
  if (!state.isOwn) return <Notice>{t.sharedBy}</Notice>;
  if (state.questions.length > 0) return null;
  return (
    <EmptyState icon="chat" title={t.askTitle}>
      {t.emptyText}
    </EmptyState>
  );
}

/** An address that opens nothing for this person. */
function Missing() {
  const t = useMessages(assistantMessages);
  const { home } = useShell();
  return (
    <EmptyState
      icon="chat"
      title={t.missing}
      action={
        <Button kind="action" icon="plus" href={`${home}/new`}>
          {t.newOne}
        </Button>
      }
    >
      {t.missingText}
    </EmptyState>
  );
}

/** Told from 80 % on, and again in the answer itself when it is used up. */
function BudgetNotice({ budget }: { budget: Budget | null }) {
  const t = useMessages(assistantMessages);
  const standings = [budget?.own.standing, budget?.organisation.standing];
  if (budget?.own.standing === 'stopped') return <Notice tone="watch">{t.fault_budget_person}</Notice>;
  if (standings.includes('stopped')) return <Notice tone="watch">{t.fault_budget_organisation}</Notice>;
  return standings.includes('warned') ? <Notice>{t.budgetWarned}</Notice> : null;
}
