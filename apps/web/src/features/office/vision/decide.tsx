'use client';

import type { AnalysisView, Decision } from '@heliograph/domain/vision';
import { Button, Card, Cluster, Notice, Stack, Text, TextField } from '@heliograph/ui';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useRefusal } from '../../../platform/messages/refusals.ts';
import { useMessages } from '../../../platform/messages.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { type Knock, reasonOf, useDoor } from '../../../platform/use-door.ts';
import { textIn } from '../shared/refusal.ts';
import { type DefectDraft, decided } from './correction.ts';
import { CorrectionForm } from './correction-form.tsx';
import { officeVisionMessages } from './messages.ts';

/** What a decision is made of while it is made; bound to what was on the screen when it was begun. */
export interface Deciding {
  readonly how: 'correct' | 'reject';
  readonly revision: number;
  readonly drafts: readonly DefectDraft[];
}

interface DecideProps {
  readonly analysis: AnalysisView;
  readonly deciding: Deciding | null;
  /** Key of the defect whose box is on the photo. */
  readonly current: number | null;
  onBegin(how: Deciding['how']): void;
  onChange(drafts: readonly DefectDraft[]): void;
  onChoose(key: number): void;
  onEnd(): void;
}

/** The word of a person with the right: accept, correct or reject. Nothing is chosen beforehand. */
export function Decide({ analysis, deciding, current, onBegin, onChange, onChoose, onEnd }: DecideProps) {
  const t = useMessages(officeVisionMessages);
  const utils = trpc.useUtils();
  const door = useDoor('vision.decide');
  const isUnsure = analysis.proposal === null;
  const decide = async (decision: Decision) => {
    const answer = await door.go(decision);
    if (answer !== null) onEnd();
    // Refused or not, what is on screen is read anew.
    await utils.invalidate();
  };
  // While a person was writing, somebody else decided.
  if (analysis.state === 'decided') return deciding === null ? <Refused door={door} /> : <Meanwhile who={analysis.decision?.by.name} />;
  const seen = { id: analysis.id, revision: deciding?.revision ?? analysis.revision };
  if (deciding?.how === 'reject')
    return (
      <WithComment
        label={t.reject}
        title={t.why}
        hint={t.whyText}
        isNeeded
        door={door}
        onCancel={onEnd}
        onSave={(comment) => decide({ ...seen, outcome: 'reject', comment })}
      />
    );
  if (deciding?.how === 'correct')
    return (
      <WithComment
        label={t.saveCorrection}
        title={t.comment}
        hint={t.commentOptional}
        door={door}
        onCancel={onEnd}
        onSave={(comment) => decide({ ...seen, outcome: 'correct', defects: decided(deciding.drafts), comment })}
      >
        <CorrectionForm drafts={deciding.drafts} current={current} onChange={onChange} onChoose={onChoose} />
      </WithComment>
    );
  return (
    <Card title={t.decide} tone="signal">
      <Stack gap={4}>
        <Refused door={door} />
        <Text>{isUnsure ? t.decideUnsure : t.decideText}</Text>
        <Cluster gap={3}>
          {!isUnsure && (
            <Button kind="primary" icon="check" isBusy={door.isBusy} onClick={() => void decide({ ...seen, outcome: 'accept', comment: '' })}>
              {t.accept}
            </Button>
          )}
          <Button kind="action" icon="pencil" onClick={() => onBegin('correct')}>
            {isUnsure ? t.sayIt : t.correct}
          </Button>
          <Button kind="action" icon="cross" onClick={() => onBegin('reject')}>
            {t.reject}
          </Button>
        </Cluster>
      </Stack>
    </Card>
  );
}

interface WithCommentProps {
  readonly label: string;
  readonly title: string;
  readonly hint: string;
  readonly isNeeded?: boolean;
  readonly door: Knock<'vision.decide'>;
  readonly children?: ReactNode;
  onSave(comment: string): Promise<void>;
  onCancel(): void;
}

function WithComment({ label, title, hint, isNeeded = false, door, children, onSave, onCancel }: WithCommentProps) {
  const t = useMessages(officeVisionMessages);
  const [comment, setComment] = useState('');
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isEmpty = isNeeded && comment.trim() === '';
    setMissing(isEmpty);
    if (!isEmpty) void onSave(comment.trim());
  };
  return (
    <form onSubmit={submit} noValidate aria-busy={door.isBusy} aria-label={label}>
      <Stack gap={5}>
        <Refused door={door} />
        {children}
        <TextField
          label={title}
          hint={hint}
          isMultiline
          maxLength={1000}
          value={comment}
          onChange={setComment}
          error={isMissing ? t.whyMissing : undefined}
        />
        <Cluster gap={3}>
          <Button kind="primary" type="submit" icon="check" isBusy={door.isBusy}>
            {label}
          </Button>
          <Button kind="quiet" onClick={onCancel}>
            {t.cancel}
          </Button>
        </Cluster>
      </Stack>
    </form>
  );
}

/** Why it was not decided. */
function Refused({ door: { refused } }: { door: Knock<'vision.decide'> }) {
  const t = useMessages(officeVisionMessages);
  const refusal = useRefusal();
  if (refused === null) return null;
  if (reasonOf(refused) === 'decided') return <Meanwhile who={textIn(refused, 'by') ?? undefined} />;
  return (
    <Notice tone="watch" isLive>
      {reasonOf(refused) === 'changed' ? t.changedMeanwhile : refusal(refused)}
    </Notice>
  );
}

/** Somebody was first: said, and nothing is decided twice. */
function Meanwhile({ who }: { who: string | undefined }) {
  const t = useMessages(officeVisionMessages);
  return (
    <Notice tone="watch" title={t.decidedMeanwhile(who ?? t.somebody)} isLive>
      {t.decidedMeanwhileText}
    </Notice>
  );
}
