'use client';

import { type AssessedPlace, correctedAt, type LogEntry } from '@heliograph/domain';
import { Button, Card, Notice, Stack, Text } from '@heliograph/ui';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { useAnswerText } from '../execution/answer-text.ts';
import { PhotoList } from '../execution/photos/photo-list.tsx';
import { pathToPlace } from '../execution/place-mark.ts';
import { answerEntries, clearEntry, placeEntry } from '../execution/record-step.ts';
import type { OpenExecution } from '../execution/use-execution.ts';
import { useRecording } from '../execution/use-recording.ts';
import { attentionMessages } from './messages.ts';

/** Every value that stands there, with who, when, where and what they photographed. */
export function ConflictCard({ execution, place }: { execution: OpenExecution; place: AssessedPlace }) {
  const t = useMessages(attentionMessages);
  const language = useLanguage();
  const { record, problem, saving } = useRecording();
  const { site, asset } = execution;
  const keep = (head: LogEntry) => void record(settling(execution, place, head));
  return (
    <Card
      title={[place.step.title[language], place.item?.label].filter(Boolean).join(' · ')}
      detail={[execution.content.title[language], site?.name, asset?.asset.name].filter(Boolean).join(' · ')}
      tone="watch"
    >
      <Stack gap={4}>
        {place.register?.heads.map((head) => (
          <HeadValue key={head.operation.id} {...{ execution, place, head }} isBusy={saving === 'saving'} onKeep={() => keep(head)} />
        ))}
        {problem !== null && (
          <Notice tone="watch" isLive>
            {problem}
          </Notice>
        )}
        <Button kind="quiet" icon="pencil" isWide href={pathToPlace(execution.x, place)}>
          {t.again}
        </Button>
      </Stack>
    </Card>
  );
}

interface HeadValueProps {
  readonly execution: OpenExecution;
  readonly place: AssessedPlace;
  readonly head: LogEntry;
  readonly isBusy: boolean;
  onKeep(): void;
}

function HeadValue({ execution, place, head, isBusy, onKeep }: HeadValueProps) {
  const t = useMessages(attentionMessages);
  const format = useFormat();
  const answer = useAnswerText();
  const { operation, actor } = head;
  const values: Readonly<Record<string, string>> = { skip: t.skipped, clear: t.cleared };
  const value = values[operation.k] ?? answer(place.step, operation.p['response'] ?? null) ?? '–';
  const photos = place.photos.filter(({ entry }) => entry.actor === actor);
  return (
    <Stack gap={2}>
      <Text>
        <strong>{value}</strong>
      </Text>
      <Text kind="small" isSoft>
        {execution.nameOf(actor) ?? t.unknown} · {format.moment(correctedAt(operation), execution.site?.timeZone)}
      </Text>
      <PhotoList execution={execution} photos={photos} isLocked />
      <Button kind="action" isWide isBusy={isBusy} onClick={onKeep} aria-label={`${t.keep} · ${value}`}>
        {t.keep}
      </Button>
    </Stack>
  );
}

/** One of the values said once more, in the name of whoever settles it, over all that stand: nothing is deleted, the conflict is over. */
function settling(execution: OpenExecution, place: AssessedPlace, { operation: { k, p } }: LogEntry) {
  const response = p['response'];
  if (k === 'step' && typeof response === 'object' && response !== null)
    return answerEntries(execution, place, { response: { ...response }, reason: '' });
  return [k === 'skip' || k === 'refuse' ? placeEntry(execution.x, place, { k, p }) : clearEntry(execution.x, place)];
}
