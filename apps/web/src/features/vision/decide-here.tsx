'use client';

import type { AnalysisView, Decision } from '@heliograph/domain/vision';
import { Button, Card, Notice, Sheet, Stack, Text, TextField } from '@heliograph/ui';
import { type ReactNode, useState } from 'react';
import { useRefusal } from '../../platform/messages/refusals.ts';
import { useMessages } from '../../platform/messages.ts';
import { reasonOf, useDoor } from '../../platform/use-door.ts';
import { phoneVisionMessages } from './phone-messages.ts';

interface DecideHereProps {
  readonly view: AnalysisView;
  /** What is on screen is read anew. */
  onDecided(): Promise<void>;
}

/** The word of a person with the right, beside the photo: it is right, or it is not. A class or a box is corrected at the desk. Nothing is chosen beforehand. */
export function DecideHere({ view: { id, revision, proposal }, onDecided }: DecideHereProps) {
  const t = useMessages(phoneVisionMessages);
  const refusal = useRefusal();
  const door = useDoor('vision.decide');
  const [isRejecting, setRejecting] = useState(false);
  const isUnsure = proposal === null;
  const decide = async (word: Pick<Decision, 'outcome' | 'comment'> & { outcome: 'accept' | 'reject' }) => {
    if ((await door.go({ id, revision, ...word })) !== null) setRejecting(false);
    await onDecided();
  };
  const refused = door.refused !== null && (
    <Notice tone="watch" isLive>
      {reasonOf(door.refused) === 'changed' ? t.changedMeanwhile : refusal(door.refused)}
    </Notice>
  );
  return (
    <Card title={t.decide} tone="signal">
      <Stack gap={3}>
        {refused}
        <Text>{isUnsure ? t.decideUnsure : t.decideText}</Text>
        {!isUnsure && (
          <Button kind="primary" icon="check" isWide isBusy={door.isBusy} onClick={() => void decide({ outcome: 'accept', comment: '' })}>
            {t.accept}
          </Button>
        )}
        <Button kind="action" icon="cross" isWide onClick={() => setRejecting(true)}>
          {t.reject}
        </Button>
        <Button kind="quiet" icon="pencil" isWide href={`/office/analyses/${id}`}>
          {isUnsure ? t.sayAtDesk : t.correctAtDesk}
        </Button>
      </Stack>
      <Sheet title={t.reject} isOpen={isRejecting} onClose={() => setRejecting(false)} closeLabel={t.cancel}>
        <Why isBusy={door.isBusy} refused={refused} onSay={(comment) => void decide({ outcome: 'reject', comment })} />
      </Sheet>
    </Card>
  );
}

interface WhyProps {
  readonly isBusy: boolean;
  readonly refused: ReactNode;
  onSay(comment: string): void;
}

/** A rejection says why: a model is judged by it, and the team reads it. */
function Why({ isBusy, refused, onSay }: WhyProps) {
  const t = useMessages(phoneVisionMessages);
  const [comment, setComment] = useState('');
  return (
    <Stack gap={4}>
      {refused}
      <TextField label={t.why} hint={t.whyText} isMultiline maxLength={1000} value={comment} onChange={setComment} />
      <Button kind="primary" icon="cross" isWide isBusy={isBusy} disabled={comment.trim() === ''} onClick={() => onSay(comment.trim())}>
        {t.reject}
      </Button>
    </Stack>
  );
}
