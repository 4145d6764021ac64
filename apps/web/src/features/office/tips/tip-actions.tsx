'use client';

import { Button, Cluster, Notice, Sheet, Stack, Text, TextField } from '@heliograph/ui';
import { type FormEvent, useState } from 'react';
import { useRefusal } from '../../../platform/messages/refusals.ts';
import { useMessages } from '../../../platform/messages.ts';
import type { RpcError } from '../../../platform/rpc.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { reasonOf, useDoor } from '../../../platform/use-door.ts';
import { Confirm } from '../shared/confirm.tsx';
import { officeTipMessages } from './messages.ts';
import type { TipItem } from './tip-draft.ts';

type Act = 'reject' | 'archive';

/** What becomes of the version on screen. What somebody decided meanwhile is shown instead of decided again. */
export function TipActions({ tip, onEdit }: { tip: TipItem; onEdit(): void }) {
  const t = useMessages(officeTipMessages);
  const utils = trpc.useUtils();
  const say = useSaying();
  const approve = useDoor('tip.approve');
  const archive = useDoor('tip.archive');
  const [asked, setAsked] = useState<Act | null>(null);
  const named = { id: tip.id, revision: tip.revision };
  const mayApprove = tip.isArchived || tip.state !== 'approved';
  const run = async (doing: Promise<unknown>) => {
    const answer = await doing;
    // Refused or not, what is on screen is read anew.
    await utils.invalidate();
    if (answer !== null) setAsked(null);
  };
  return (
    <Stack gap={3}>
      {approve.refused !== null && (
        <Notice tone="watch" isLive>
          {say(approve.refused)}
        </Notice>
      )}
      <Cluster gap={3}>
        {mayApprove && (
          <Button kind="primary" icon="check" isBusy={approve.isBusy} onClick={() => void run(approve.go(named))}>
            {tip.isArchived ? t.restore : t.approve}
          </Button>
        )}
        {tip.state === 'submitted' && !tip.isArchived && (
          <Button kind="action" icon="undo" onClick={() => setAsked('reject')}>
            {t.reject}
          </Button>
        )}
        <Button kind="action" icon="pencil" onClick={onEdit}>
          {t.edit}
        </Button>
        {!tip.isArchived && (
          <Button kind="quiet" onClick={() => setAsked('archive')}>
            {t.archive}
          </Button>
        )}
      </Cluster>
      <Sheet title={t.rejectTitle} isOpen={asked === 'reject'} onClose={() => setAsked(null)} closeLabel={t.close} side="end">
        {asked === 'reject' && <Rejection named={named} run={run} />}
      </Sheet>
      <Confirm
        {...{ title: t.archiveTitle, isOpen: asked === 'archive', doLabel: t.archive, cancelLabel: t.cancel }}
        isBusy={archive.isBusy}
        refused={archive.refused}
        onDo={() => void run(archive.go(named))}
        onClose={() => setAsked(null)}
      >
        {t.archiveText}
      </Confirm>
    </Stack>
  );
}

/** A tip that somebody else dealt with is no riddle of codes. */
function useSaying(): (refused: RpcError) => string {
  const t = useMessages(officeTipMessages);
  const refusal = useRefusal();
  return (refused) => (reasonOf(refused) === 'changed' || reasonOf(refused) === 'state' ? t.past : refusal(refused));
}

interface RejectionProps {
  readonly named: { readonly id: string; readonly revision: number };
  run(doing: Promise<unknown>): Promise<void>;
}

function Rejection({ named, run }: RejectionProps) {
  const t = useMessages(officeTipMessages);
  const say = useSaying();
  const reject = useDoor('tip.reject');
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') void run(reject.go({ ...named, reason: reason.trim() }));
  };
  return (
    <form onSubmit={submit} noValidate aria-busy={reject.isBusy}>
      <Stack gap={5}>
        {reject.refused !== null && (
          <Notice tone="watch" isLive>
            {say(reject.refused)}
          </Notice>
        )}
        <Text>{t.rejectText}</Text>
        <TextField label={t.reason} isMultiline maxLength={1000} value={reason} onChange={setReason} error={isMissing ? t.reasonNeeded : undefined} />
        <Button kind="primary" type="submit" icon="undo" isWide isBusy={reject.isBusy}>
          {t.reject}
        </Button>
      </Stack>
    </form>
  );
}
