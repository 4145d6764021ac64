'use client';

import { isKnownKind } from '@heliograph/domain';
import { Button, Card, Cluster, List, ListRow, Notice, Sheet, Stack, Text, TextField } from '@heliograph/ui';
import { type FormEvent, useId, useState } from 'react';
import { useRefusal } from '../../../platform/messages/refusals.ts';
import { useMessages } from '../../../platform/messages.ts';
import { useSameOperation } from '../../../platform/same-act.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { useDoor } from '../../../platform/use-door.ts';
import { operationMessages } from '../../execution/operation-messages.ts';
import { useCan } from '../shared/use-can.ts';
import { useAddressName } from './address-name.ts';
import { decidedIn } from './decided.ts';
import { type Moved, movedIn } from './moved.ts';
import { ReturnTarget } from './return-target.tsx';
import { reviewMessages } from './review-messages.ts';
import type { OpenedExecution, OpenedPlace } from './types.ts';

type Outcome = 'approve' | 'return';

/** The office's word about completed work. What is decided is bound to what was on screen when the decision was begun. */
export function Review({ opened }: { opened: OpenedExecution }) {
  const t = useMessages(reviewMessages);
  const mayDecide = useCan('review.decide');
  const [begun, setBegun] = useState<{ outcome: Outcome; seen: number } | null>(null);
  const { status, head } = opened.execution;
  const begin = (outcome: Outcome) => setBegun({ outcome, seen: head });
  const end = () => setBegun(null);
  if (!mayDecide || (status !== 'completed' && status !== 'approved' && begun === null)) return null;
  return (
    <>
      {status === 'completed' && (
        <Card title={t.toReview} tone="signal">
          <Stack gap={4}>
            <Text>{t.toReviewText}</Text>
            <Unsettled opened={opened} />
            <Cluster gap={3}>
              <Button kind="primary" icon="check" onClick={() => begin('approve')}>
                {t.approve}
              </Button>
              <Button kind="action" icon="undo" onClick={() => begin('return')}>
                {t.return}
              </Button>
            </Cluster>
          </Stack>
        </Card>
      )}
      {status === 'approved' && (
        <Cluster>
          <Button kind="quiet" icon="undo" onClick={() => begin('return')}>
            {t.returnAgain}
          </Button>
        </Cluster>
      )}
      <Sheet
        title={begun?.outcome === 'approve' ? t.approveTitle : t.returnTitle}
        isOpen={begun !== null}
        onClose={end}
        closeLabel={t.close}
        side="end"
      >
        {begun !== null && <Decision opened={opened} outcome={begun.outcome} seen={begun.seen} onDone={end} />}
      </Sheet>
    </>
  );
}

/** What two people answered differently stands in a table further down: nobody approves it unseen. */
function Unsettled({ opened }: { opened: OpenedExecution }) {
  const t = useMessages(reviewMessages);
  const nameOf = useAddressName(opened);
  const { places } = opened;
  const unsettled = places.filter(({ isConflict }) => isConflict);
  if (unsettled.length === 0) return null;
  const titleOf = (place: OpenedPlace) => `${places.indexOf(place) + 1}. ${nameOf(place.address) ?? place.step}`;
  return (
    <Notice tone="watch" title={t.unsettled(unsettled.length)}>
      <Stack gap={2}>
        <Text>{unsettled.map(titleOf).join(' ; ')}</Text>
        <Text>{t.unsettledText}</Text>
      </Stack>
    </Notice>
  );
}

interface DecisionProps {
  readonly opened: OpenedExecution;
  readonly outcome: Outcome;
  readonly seen: number;
  onDone(): void;
}

function Decision({ opened, outcome, seen, onDone }: DecisionProps) {
  const t = useMessages(reviewMessages);
  const id = useId();
  const utils = trpc.useUtils();
  const approve = useDoor('review.approve');
  const sendBack = useDoor('review.return');
  const operationOf = useSameOperation();
  const [note, setNote] = useState('');
  const [step, setStep] = useState('');
  const [isNoteMissing, setNoteMissing] = useState(false);
  const { isBusy, refused } = outcome === 'approve' ? approve : sendBack;
  const moved = movedIn(refused);
  const words = note.trim();
  const decide = async () => {
    const wish = { id: opened.execution.id, outcome, note: words, step };
    const bound = { id: wish.id, seen: moved?.head ?? seen, operation: operationOf(wish) };
    const answer =
      outcome === 'approve'
        ? await approve.go({ ...bound, ...(words === '' ? {} : { note: words }) })
        : await sendBack.go({ ...bound, note: words, ...(step === '' ? {} : { step }) });
    // Refused or not, what is on screen behind is read anew.
    await utils.invalidate();
    if (answer !== null) onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setNoteMissing(outcome === 'return' && words === '');
    if (outcome === 'return' && words === '') return document.getElementById(`${id}-note`)?.focus();
    void decide();
  };
  return (
    <form onSubmit={submit} noValidate aria-busy={isBusy}>
      <Stack gap={5}>
        {refused !== null && <Refused opened={opened} refused={refused} moved={moved} />}
        {outcome === 'return' && <ReturnTarget opened={opened} value={step} onChange={setStep} />}
        <TextField
          id={`${id}-note`}
          isMultiline
          label={t.note}
          hint={outcome === 'approve' ? t.noteOptional : t.noteNeeded}
          error={isNoteMissing ? t.noteMissing : undefined}
          maxLength={4000}
          value={note}
          onChange={setNote}
        />
        <Button kind="primary" type="submit" icon={outcome === 'approve' ? 'check' : 'undo'} isWide isBusy={isBusy}>
          {outcome === 'approve' ? t.approve : t.return}
        </Button>
      </Stack>
    </form>
  );
}

interface RefusedProps {
  readonly opened: OpenedExecution;
  readonly refused: NonNullable<ReturnType<typeof useDoor>['refused']>;
  readonly moved: Moved | null;
}

/** Why it was not decided: what came in the meantime, to be looked at before deciding again. */
function Refused({ opened, refused, moved }: RefusedProps) {
  const t = useMessages(reviewMessages);
  const kinds = useMessages(operationMessages);
  const nameOf = useAddressName(opened);
  const refusal = useRefusal();
  const decided = decidedIn(refused, opened);
  if (decided !== null)
    return (
      <Notice tone="watch" title={[standingWords(t, decided.status), decided.who].filter(Boolean).join(' · ')} isLive>
        {decided.note}
      </Notice>
    );
  if (moved === null)
    return (
      <Notice tone="watch" isLive>
        {refusal(refused)}
      </Notice>
    );
  return (
    <Notice tone="watch" title={t.moved(moved.arrivals.length)} isLive>
      <Stack gap={3}>
        <Text>{t.movedText}</Text>
        <List>
          {moved.arrivals.map(({ id, kind, address, person }) => (
            <ListRow
              key={id}
              title={[isKnownKind(kind) ? kinds[`op_${kind}`] : kinds.op_newer, nameOf(address)].filter(Boolean).join(' · ')}
              detail={person}
            />
          ))}
        </List>
      </Stack>
    </Notice>
  );
}

function standingWords(t: (typeof reviewMessages)['fr'], status: string | null): string {
  switch (status) {
    case 'returned':
    case 'approved':
    case 'cancelled':
      return t[`already_${status}`];
    case 'in_progress':
      return t.takenUp;
    default:
      return t.notCompleted;
  }
}
