'use client';

import type { AssessedPlace } from '@heliograph/domain';
import { Button, IconButton, Notice, Sheet, Stack, Text, TextField, ToolRow } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { askingAbout } from '../assistant/ask-link.ts';
import { tipMessages } from '../tips/messages.ts';
import { AddRows } from './add-rows.tsx';
import { executionMessages } from './messages.ts';
import { PhotoCapture } from './photos/photo-capture.tsx';
import { PhotoList } from './photos/photo-list.tsx';
import { placeEntry } from './record-step.ts';
import { RemarkChips } from './remark-chips.tsx';
import { handOf, type OpenExecution } from './use-execution.ts';
import { useRecording } from './use-recording.ts';

interface StepToolsProps {
  readonly execution: OpenExecution;
  readonly place: AssessedPlace;
  /** Somebody has something to tell those who come after. */
  onTip(): void;
}

const counted = (label: string, n: number): string => (n === 0 ? label : `${label} (${n})`);

type Tool = 'photo' | 'note' | 'skip' | 'rows';

/** Beside the answer: photo, note, advice, and the honest way past a step. */
export function StepTools({ execution, place, onTip }: StepToolsProps) {
  const t = useMessages(executionMessages);
  const tips = useMessages(tipMessages);
  const language = useLanguage();
  const [tool, setTool] = useState<Tool | null>(null);
  const gate = execution.gate(place);
  const isClosed = gate?.kind === 'closed' || gate?.kind === 'not_started';
  const mayPass = gate === null && place.step.kind !== 'newer';
  const label = place.step.title[language];
  const notes = execution.state.comments.filter(({ s }) => s === place.address);
  const isFreeList = place.item !== null && place.item.asset === null;
  const titles: Record<Tool, string> = {
    photo: t.photo,
    note: t.noteTitle,
    skip: place.step.holdPoint ? t.refuseTitle : t.skipTitle,
    rows: t.addRows,
  };
  return (
    <Stack gap={3}>
      <ToolRow>
        {place.step.kind !== 'photo' && (
          <IconButton icon="camera" label={counted(t.photo, place.photos.length)} disabled={isClosed} onClick={() => setTool('photo')} />
        )}
        <IconButton icon="chat" label={counted(t.note, notes.length)} disabled={isClosed} onClick={() => setTool('note')} />
        <IconButton icon="book" label={tips.writeHere} onClick={onTip} />
        <IconButton icon="help" label={t.ask} href={askingAbout('/app/assistant', { ...handOf(execution), step: place.address, label })} />
        {isFreeList && <IconButton icon="plus" label={t.row} disabled={isClosed} onClick={() => setTool('rows')} />}
        {mayPass && (
          <IconButton
            icon={place.step.holdPoint ? 'stop' : 'dash'}
            label={place.step.holdPoint ? t.refuse : t.skip}
            onClick={() => setTool('skip')}
          />
        )}
      </ToolRow>
      {notes.map(({ id, p }) => (
        <Text key={id} kind="small" isTyped>
          {p.text}
        </Text>
      ))}
      <Sheet title={tool === null ? '' : titles[tool]} isOpen={tool !== null} onClose={() => setTool(null)} closeLabel={t.close}>
        {tool === 'photo' && (
          <Stack gap={4}>
            <PhotoList execution={execution} photos={place.photos} isLocked={isClosed} mayMark />
            <PhotoCapture execution={execution} place={place} isLocked={isClosed} isWide />
          </Stack>
        )}
        {tool === 'note' && <Note execution={execution} place={place} onDone={() => setTool(null)} />}
        {tool === 'skip' && <Pass execution={execution} place={place} onDone={() => setTool(null)} />}
        {tool === 'rows' && <AddRows execution={execution} over={place.step.repeat?.over ?? ''} isLocked={gate !== null} />}
      </Sheet>
    </Stack>
  );
}

interface ToolProps {
  readonly execution: OpenExecution;
  readonly place: AssessedPlace;
  onDone(): void;
}

function Note({ execution, place, onDone }: ToolProps) {
  const t = useMessages(executionMessages);
  const { record, saving, problem } = useRecording();
  const [text, setText] = useState('');
  const add = async () => {
    if (await record([{ draft: { k: 'comment', x: execution.x, s: place.address, p: { text: text.trim() } } }])) onDone();
  };
  return (
    <Stack gap={3}>
      <Ready place={place} execution={execution} text={text} onChange={setText} />
      <TextField label={t.note} isMultiline rows={4} maxLength={4000} value={text} onChange={setText} error={problem ?? undefined} />
      <Button kind="action" isWide isBusy={saving === 'saving'} disabled={text.trim() === ''} onClick={() => void add()}>
        {t.addNote}
      </Button>
    </Stack>
  );
}

/** Gloves type badly: what the organisation has ready for this step, for a note and for a reason alike. */
function Ready({ execution, place, ...typed }: Omit<ToolProps, 'onDone'> & { text: string; onChange(text: string): void }) {
  const kind = place.step.kind === 'newer' ? place.step.newerKind : place.step.kind;
  return <RemarkChips kind={kind} category={execution.content.category} {...typed} />;
}

/** A step is skipped with a reason; a hold point is only refused, and that stops the run (rule 2). */
function Pass({ execution, place, onDone }: ToolProps) {
  const t = useMessages(executionMessages);
  const { record, saving, problem } = useRecording();
  const [reason, setReason] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const isHold = place.step.holdPoint;
  const choose = (text: string) => {
    setEmpty(false);
    setReason(text);
  };
  const pass = async () => {
    if (reason.trim() === '') return setEmpty(true);
    if (await record([placeEntry(execution.x, place, { k: isHold ? 'refuse' : 'skip', p: { reason: reason.trim() } })])) onDone();
  };
  return (
    <Stack gap={3}>
      {isHold && (
        <Notice tone="watch" title={t.holdPointHint}>
          {t.refuseHint}
        </Notice>
      )}
      <Ready place={place} execution={execution} text={reason} onChange={choose} />
      <TextField
        label={t.reason}
        isMultiline
        rows={3}
        maxLength={1000}
        value={reason}
        onChange={choose}
        error={isEmpty ? t.reasonNeeded : (problem ?? undefined)}
      />
      <Button kind="action" tone={isHold ? 'stop' : 'signal'} isWide isBusy={saving === 'saving'} onClick={() => void pass()}>
        {isHold ? t.confirmRefuse : t.confirmSkip}
      </Button>
    </Stack>
  );
}
