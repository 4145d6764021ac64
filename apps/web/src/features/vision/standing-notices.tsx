'use client';

import type { AnalysisView } from '@heliograph/domain/vision';
import type { QueuedAnalysis } from '@heliograph/offline';
import { Button, Cluster, Notice } from '@heliograph/ui';
import { useField } from '../../platform/field-context.tsx';
import { useRefusal } from '../../platform/messages/refusals.ts';
import { useMessages } from '../../platform/messages.ts';
import { useReadable } from '../../platform/readable.ts';
import { navigate } from '../../platform/router.ts';
import { RpcError } from '../../platform/rpc.ts';
import { useDoor } from '../../platform/use-door.ts';
import { useProblemWords } from './analysis-state.tsx';
import { visionMessages } from './messages.ts';
import { phoneVisionMessages } from './phone-messages.ts';
import { usePhoneAnalyses } from './use-analyses.ts';

/** It waits on this phone: for the network, or for a person where the server does not want it. */
export function QueuedNotice({ queued }: { queued: QueuedAnalysis }) {
  const t = useMessages(phoneVisionMessages);
  const words = useMessages(visionMessages);
  const refusal = useRefusal();
  const { queue, settle } = usePhoneAnalyses();
  const { isAsked, problem } = queued;
  if (isAsked && problem === null) return <Notice title={words.state_queued}>{words.underWayText}</Notice>;
  const discard = async () => {
    await settle(queued.id);
    navigate('/app/analyses', { isReplaced: true });
  };
  const giveUp = (
    <Button kind="quiet" onClick={() => void discard()}>
      {t.discard}
    </Button>
  );
  if (problem === null)
    return (
      <Notice title={t.queued} action={giveUp}>
        {t.queuedText}
      </Notice>
    );
  return (
    <Notice
      tone="watch"
      title={t.refused}
      isLive
      action={
        <Cluster>
          <Button kind="action" onClick={() => void queue({ ...queued, problem: null })}>
            {t.retry}
          </Button>
          {giveUp}
        </Cluster>
      }
    >
      {refusal(asRefusal(problem))}
    </Notice>
  );
}

// The code came from a refusal in the first place.
const asRefusal = (code: string): RpcError => new RpcError(code as RpcError['code']);

/** The server has it: where it stands, or why nothing came of it, and what to do. */
export function UnderWayNotice({ view, onAsked }: { view: AnalysisView; onAsked(): Promise<void> }) {
  const t = useMessages(phoneVisionMessages);
  const words = useMessages(visionMessages);
  const problemWords = useProblemWords();
  const { arePhotosHeld, sendPhotosNow } = useField();
  const isHeld = useReadable(arePhotosHeld);
  const door = view.mayAskAgain ? <Door of="again" {...{ view, onAsked }} /> : view.mayStop && <Door of="stop" {...{ view, onAsked }} />;
  if (view.state === 'waiting' && isHeld)
    return (
      <Notice
        title={t.held}
        action={
          <Button kind="action" onClick={sendPhotosNow}>
            {t.sendNow}
          </Button>
        }
      >
        {words.waitingText}
      </Notice>
    );
  if (view.state === 'none' || view.state === 'failed')
    return (
      <Notice tone="watch" title={words[`state_${view.state}`]} isLive action={door}>
        {view.state === 'none' && view.problem === null ? words.noneText : problemWords(view.problem)}
      </Notice>
    );
  return (
    <Notice title={words[`state_${view.state}`]} isLive action={door}>
      {view.state === 'waiting' ? words.waitingText : words.underWayText}
    </Notice>
  );
}

/** Asks again, or gives it up while no model has been asked. */
function Door({ of, view, onAsked }: { of: 'again' | 'stop'; view: AnalysisView; onAsked(): Promise<void> }) {
  const words = useMessages(visionMessages);
  const refusal = useRefusal();
  const analyses = usePhoneAnalyses();
  const { go, isBusy, refused } = useDoor(`vision.${of}`);
  const ask = async () => {
    if ((await go({ id: view.id })) === null) return;
    // Asked again, it is followed wherever the person goes meanwhile.
    if (of === 'stop') await analyses.settle(view.id);
    else await analyses.queue({ id: view.id, sha: view.photo, asked: null, at: Date.now(), isAsked: true, problem: null });
    await onAsked();
  };
  return (
    <>
      <Button kind={of === 'stop' ? 'quiet' : 'action'} icon={of === 'stop' ? 'cross' : 'rotate'} isBusy={isBusy} onClick={() => void ask()}>
        {words[of]}
      </Button>
      {refused !== null && <span role="status">{refusal(refused)}</span>}
    </>
  );
}
