'use client';

import { citationsOf, type Source } from '@heliograph/domain/assistant/grounding';
import { Button, Icon } from '@heliograph/ui';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useRefusal } from '../../platform/messages/refusals.ts';
import { useMessages } from '../../platform/messages.ts';
import { RpcError } from '../../platform/rpc.ts';
import { breachIn, endingIn, reasonIn } from './answer-words.ts';
import styles from './assistant.module.css';
import { Figures } from './figures.tsx';
import { Markdown } from './markdown/markdown.tsx';
import { plainOf } from './markdown/plain.ts';
import { assistantMessages } from './messages.ts';
import { RefusalNotice } from './safety-notices.tsx';
import { SourceChip } from './sources.tsx';
import type { Answer } from './talk-state.ts';

interface AnswerCardProps {
  readonly answer: Answer;
  readonly name: string;
  readonly currency: string;
  readonly sources: readonly Source[];
  /** Others stand beside it: one can be chosen. */
  readonly isOneOfSeveral: boolean;
  readonly isOwn: boolean;
  onStop(): void;
  onChoose(): void;
  /** Asks this model again, which gave no answer. @throws RpcError */
  onAgain(): Promise<void>;
  /** Puts words under the step in hand; null where there is none. */
  readonly onInsert: ((text: string) => Promise<boolean>) | null;
}

/** One model's answer, as it comes. */
export function AnswerCard({ answer, name, currency, sources, ...props }: AnswerCardProps) {
  const t = useMessages(assistantMessages);
  const { text, status, isChosen } = answer;
  const source = useCallback(
    (number: number): ReactNode => {
      const found = sources[number - 1];
      return found === undefined ? null : <SourceChip number={number} source={found} />;
    },
    [sources],
  );
  const breach = breachIn(answer);
  const ending = breach === null ? endingIn(t, answer) : null;
  const reason = reasonIn(t, answer.reason);
  const hasSource = useMemo(() => citationsOf(text, sources).cited.length > 0, [text, sources]);
  return (
    <article className={styles.answer} data-chosen={isChosen || undefined} data-status={status} aria-busy={status === 'writing'} aria-label={name}>
      <header className={styles.answerHead}>
        <strong>{name}</strong>
        {isChosen && (
          <span className={styles.chosen}>
            <Icon name="check" size={16} /> {t.chosen}
          </span>
        )}
      </header>
      {reason !== null && <p className={styles.soft}>{reason}</p>}
      {breach === null ? <Markdown text={text} source={source} /> : <RefusalNotice refuse={breach} isOfAnswer />}
      {status === 'writing' && (
        <p className={styles.writing} role="status">
          {t.writing}
        </p>
      )}
      {ending !== null && (
        <p className={styles.ending} data-status={status} role="status">
          <Icon name={status === 'stopped' ? 'hold' : 'triangle'} size={20} />
          <span>{ending}</span>
        </p>
      )}
      {status === 'done' && !hasSource && <p className={styles.soft}>{t.noSource}</p>}
      {breach === null && status === 'failed' && text === '' && props.isOwn && <Again onAgain={props.onAgain} />}
      <Figures answer={answer} currency={currency} />
      {breach === null && <Actions {...{ answer, name }} {...props} />}
    </article>
  );
}

/** This model once more; the others' answers stay as they are. */
function Again({ onAgain }: Pick<AnswerCardProps, 'onAgain'>) {
  const t = useMessages(assistantMessages);
  const say = useRefusal();
  const [refused, setRefused] = useState<RpcError | null>(null);
  const again = () =>
    onAgain().catch((error: unknown) => {
      if (!(error instanceof RpcError)) throw error;
      setRefused(error);
    });
  return (
    <div className={styles.actions}>
      <Button kind="action" icon="rotate" onClick={() => void again()}>
        {t.retry}
      </Button>
      <span role="status" className={styles.soft}>
        {refused !== null && say(refused)}
      </span>
    </div>
  );
}

function Actions({ answer, name, isOneOfSeveral, isOwn, onStop, onChoose, onInsert }: Omit<AnswerCardProps, 'currency' | 'sources' | 'onAgain'>) {
  const t = useMessages(assistantMessages);
  const [said, say] = useState<string | null>(null);
  const { text, status, isChosen } = answer;
  const copy = () =>
    navigator.clipboard.writeText(plainOf(text)).then(
      () => say(t.copied),
      () => say(t.notCopied),
    );
  // A remark stands under a person's name: it says whose words it holds.
  const insert = async (into: NonNullable<typeof onInsert>) => say((await into(t.insertion(name, plainOf(text)))) ? t.inserted : t.notInserted);
  if (status === 'writing')
    return isOwn ? (
      <div className={styles.actions}>
        <Button kind="quiet" icon="hold" onClick={onStop}>
          {t.stop}
        </Button>
      </div>
    ) : null;
  if (text === '') return null;
  return (
    <div className={styles.actions}>
      {isOneOfSeveral && isOwn && !isChosen && (
        <Button kind="action" icon="check" onClick={onChoose}>
          {t.choose}
        </Button>
      )}
      <Button kind="quiet" icon="copy" onClick={() => void copy()}>
        {t.copy}
      </Button>
      {onInsert !== null && (
        <Button kind="quiet" icon="chat" onClick={() => void insert(onInsert)}>
          {t.insert}
        </Button>
      )}
      <span role="status" className={styles.soft}>
        {said}
      </span>
    </div>
  );
}
