'use client';

import type { AssessedPlace, Gate } from '@heliograph/domain';
import { Button, Notice, Stack, TextField } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { useLackingWords } from '../procedure/lacking-words.ts';
import { executionMessages } from './messages.ts';
import { pathToPlace } from './place-mark.ts';
import type { OpenExecution } from './use-execution.ts';
import { useRecording } from './use-recording.ts';
import { useResume } from './use-resume.ts';

interface GateNoticeProps {
  readonly execution: OpenExecution;
  readonly place: AssessedPlace;
  readonly gate: Gate;
}

/** Why this step may be read but not filled in now, and what to do about it. */
export function GateNotice({ execution, gate }: GateNoticeProps) {
  const t = useMessages(executionMessages);
  const language = useLanguage();
  const lacking = useLackingWords();
  const goTo = (at: AssessedPlace) => (
    <Button kind="quiet" trailingIcon="arrow-right" href={pathToPlace(execution.x, at)}>
      {t.goThere}
    </Button>
  );
  switch (gate.kind) {
    case 'halted':
      return (
        <Notice tone="stop" title={t.haltedAt(gate.at.step.title[language])} action={goTo(gate.at)}>
          {t.haltedHelp}
        </Notice>
      );
    case 'hold_point':
      return (
        <Notice tone="watch" action={goTo(gate.at)}>
          {t.gateHold(gate.at.step.title[language])}
        </Notice>
      );
    case 'second_person':
      return <SecondPerson execution={execution} needed={gate.needed} />;
    case 'authorisation':
      return <Notice tone="stop">{t.gateAuthorisation(lacking(gate.missing))}</Notice>;
    case 'suspended':
      return <Resume execution={execution} />;
    case 'closed':
      return <Notice tone="info">{t.gateClosed}</Notice>;
    case 'not_started':
      return <Notice tone="info">{t.gateNotStarted}</Notice>;
  }
}

/** Rule 5: one person alone may read a hold point, not pass it. */
function SecondPerson({ execution, needed }: { execution: OpenExecution; needed: number }) {
  const t = useMessages(executionMessages);
  const { record, saving, problem } = useRecording();
  const [name, setName] = useState('');
  const save = () => name.trim() !== '' && void record([{ draft: { k: 'second', x: execution.x, p: { name: name.trim() } } }]);
  return (
    <Notice tone="watch" title={t.gateSecond(needed)}>
      <Stack gap={3}>
        <TextField label={t.secondName} value={name} onChange={setName} autoComplete="off" error={problem ?? undefined} />
        <Button kind="action" icon="people" isWide isBusy={saving === 'saving'} disabled={name.trim() === ''} onClick={save}>
          {t.secondSave}
        </Button>
      </Stack>
    </Notice>
  );
}

function Resume({ execution }: { execution: OpenExecution }) {
  const t = useMessages(executionMessages);
  const { resume, reason, problem } = useResume(execution);
  return (
    <Notice
      tone="info"
      action={
        <Button kind="action" icon="play" onClick={() => void resume()}>
          {t.resume}
        </Button>
      }
    >
      {problem ?? reason}
    </Notice>
  );
}
