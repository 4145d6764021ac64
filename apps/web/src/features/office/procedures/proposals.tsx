'use client';

import type { FindingCode } from '@heliograph/domain/procedure/check';
import { Button, Cluster, Notice, Sheet, Stack, Text, TextField } from '@heliograph/ui';
import { useState } from 'react';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { pathTo } from '../../../platform/router.ts';
import { useSession } from '../../../platform/session.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { useDoor } from '../../../platform/use-door.ts';
import { useCan } from '../shared/use-can.ts';
import { findingWords } from './finding-words.ts';
import { procedureMessages } from './messages.ts';
import type { ProcedurePageData } from './procedure-page.tsx';
import { useProcedureRefusal } from './procedure-refusal.ts';

type Proposal = ProcedurePageData['proposals'][number];

/** What waits for a second person; and the last refusal, until something newer was proposed or published. */
export function Proposals({ page }: { page: ProcedurePageData }) {
  const t = useMessages(procedureMessages);
  const [newest] = page.proposals;
  if (newest === undefined) return null;
  if (newest.decision === null) return <Waiting page={page} proposal={newest} />;
  const isAnswered = newest.decision !== 'rejected' || page.draft === null;
  if (isAnswered) return null;
  return (
    <Notice tone="watch" title={t.rejectedTitle(newest.decidedBy?.name ?? t.somebody)}>
      {newest.reason}
    </Notice>
  );
}

function Waiting({ page, proposal }: { page: ProcedurePageData; proposal: Proposal }) {
  const t = useMessages(procedureMessages);
  const format = useFormat();
  const words = useMessages(findingWords);
  const [before] = page.versions;
  const taken = proposal.accepted.filter((code): code is FindingCode => Object.hasOwn(words, code));
  return (
    <Notice tone="watch" title={t.waitingTitle} action={<Answer page={page} proposal={proposal} />}>
      <Stack gap={2}>
        <Text>{t.waitingText(proposal.proposedBy.name, format.moment(proposal.proposedAt))}</Text>
        {proposal.note !== '' && <Text>{t.quoted(proposal.note)}</Text>}
        {taken.length > 0 && <Text kind="small">{t.taken(taken.map((code) => words[code]('…')).join(' '))}</Text>}
        {before !== undefined && (
          <Cluster>
            <Button
              kind="quiet"
              icon="list"
              href={`${pathTo('/office/procedures/:code/compare', { code: page.procedure.slug })}?from=${before.hash}&to=${proposal.id}`}
            >
              {t.compareProposal}
            </Button>
          </Cluster>
        )}
      </Stack>
    </Notice>
  );
}

function Answer({ page, proposal }: { page: ProcedurePageData; proposal: Proposal }) {
  const t = useMessages(procedureMessages);
  const session = useSession();
  const mayApprove = useCan('procedure.approve');
  const refusal = useProcedureRefusal();
  const utils = trpc.useUtils();
  const approve = useDoor('procedure.approve');
  const reject = useDoor('procedure.reject');
  const [isRefusing, setRefusing] = useState(false);
  const isOwn = session.kind === 'person' && session.identity.user.id === proposal.proposedBy.id;
  const named = { slug: page.procedure.slug, proposal: proposal.id };
  const after = async (done: unknown) => {
    await utils.invalidate();
    if (done !== null) setRefusing(false);
  };
  const refused = approve.refused ?? reject.refused;
  if (!mayApprove) return null;
  return (
    <Stack gap={3}>
      {refused !== null && <Text>{refusal(refused)}</Text>}
      {isOwn && <Text>{t.ownProposal}</Text>}
      <Cluster gap={3}>
        {isOwn ? (
          <Button kind="quiet" icon="undo" isBusy={reject.isBusy} onClick={() => void reject.go({ ...named, reason: t.withdrawReason }).then(after)}>
            {t.withdrawProposal}
          </Button>
        ) : (
          <>
            <Button kind="primary" icon="check" isBusy={approve.isBusy} onClick={() => void approve.go(named).then(after)}>
              {t.approve}
            </Button>
            <Button kind="quiet" icon="cross" onClick={() => setRefusing(true)}>
              {t.reject}
            </Button>
          </>
        )}
      </Cluster>
      <Sheet title={t.rejectNow} isOpen={isRefusing} onClose={() => setRefusing(false)} closeLabel={t.close} side="end">
        <Refusing isBusy={reject.isBusy} onRefuse={(reason) => void reject.go({ ...named, reason }).then(after)} />
      </Sheet>
    </Stack>
  );
}

function Refusing({ isBusy, onRefuse }: { isBusy: boolean; onRefuse: (reason: string) => void }) {
  const t = useMessages(procedureMessages);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const isBlank = reason.trim() === '';
  const go = () => {
    setTried(true);
    if (!isBlank) onRefuse(reason.trim());
  };
  return (
    <Stack gap={5}>
      <TextField
        label={t.reason}
        hint={t.reasonHint}
        isMultiline
        rows={4}
        maxLength={2000}
        value={reason}
        onChange={setReason}
        error={isTried && isBlank ? t.reasonNeeded : undefined}
      />
      <Button kind="primary" tone="stop" isWide isBusy={isBusy} onClick={go}>
        {t.rejectNow}
      </Button>
    </Stack>
  );
}
