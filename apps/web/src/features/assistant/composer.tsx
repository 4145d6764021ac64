'use client';

import { type AskingContext, LONGEST_QUESTION } from '@heliograph/domain/assistant';
import { Button, Icon } from '@heliograph/ui';
import { type FormEvent, type KeyboardEvent, useId } from 'react';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import answers from './assistant.module.css';
import styles from './composer.module.css';
import { assistantMessages } from './messages.ts';
import { useTyped } from './use-typed.ts';

interface ComposerProps {
  readonly conversation: string;
  readonly models: string;
  readonly context: AskingContext | null;
  readonly isWriting: boolean;
  /** What the question comes after is not known yet: it can be typed, not sent. */
  readonly isReading: boolean;
  onDetach(): void;
  onModels(): void;
  onAsk(text: string): void;
  onStop(): void;
}

/** Where a question is typed. While answers come, stopping them takes the place of sending. */
export function Composer({ conversation, models, context, isWriting, isReading, onDetach, onModels, onAsk, onStop }: ComposerProps) {
  const t = useMessages(assistantMessages);
  const format = useFormat();
  const id = useId();
  const [text, setText] = useTyped(conversation);
  const isTooLong = text.length > LONGEST_QUESTION;
  const ask = () => {
    if (text.trim() === '' || isTooLong || isWriting || isReading) return;
    onAsk(text);
    setText('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask();
  };
  // Enter sends at a desk; on a phone it makes a line, as everywhere else there.
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || !matchMedia('(pointer: fine)').matches) return;
    event.preventDefault();
    ask();
  };
  return (
    <form className={styles.composer} onSubmit={submit}>
      {context !== null && (
        <button type="button" className={styles.context} onClick={onDetach} aria-label={`${t.detach} ${context.label}`}>
          <Icon name={context.execution === undefined ? 'tree' : 'clipboard'} size={20} />
          <span>{context.label}</span>
          <Icon name="cross" size={16} />
        </button>
      )}
      {isTooLong && (
        <p className={answers.ending} role="alert" data-status="failed">
          {t.tooLong(format.number(LONGEST_QUESTION), format.number(text.length))}
        </p>
      )}
      <label htmlFor={id} className={styles.hidden}>
        {t.question}
      </label>
      <textarea
        id={id}
        className={styles.input}
        rows={1}
        placeholder={t.placeholder}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKey}
        aria-invalid={isTooLong || undefined}
      />
      <div className={styles.composerRow}>
        <button type="button" className={styles.context} onClick={onModels}>
          <Icon name="settings" size={20} />
          <span>{models}</span>
        </button>
        {isWriting ? (
          <Button kind="action" tone="stop" icon="hold" onClick={onStop}>
            {t.stop}
          </Button>
        ) : (
          <Button kind="primary" icon="send" type="submit" isBusy={isReading && text.trim() !== ''} disabled={text.trim() === '' || isTooLong}>
            {t.send}
          </Button>
        )}
      </div>
    </form>
  );
}
