'use client';

import type { ProcedureContent, Step } from '@heliograph/domain';
import { type Mark, Stack, StateMark, Table, Text } from '@heliograph/ui';
import { useFormat } from '../../../platform/format.ts';
import { useLocalized, useMessages } from '../../../platform/messages.ts';
import { officeMessages } from '../messages.ts';
import { useAnswerWords } from './answer-words.ts';
import type { OpenedExecution, OpenedPlace } from './types.ts';

interface AnswerTableProps {
  readonly opened: OpenedExecution;
  readonly procedure: Pick<ProcedureContent, 'steps'>;
  readonly places: readonly OpenedPlace[];
}

/** Every answer against its limit, with who gave it and when; where people said different things, all of them. */
export function AnswerTable({ opened, procedure, places }: AnswerTableProps) {
  const t = useMessages(officeMessages);
  const say = useLocalized();
  const format = useFormat();
  const { limit, verdict } = useAnswerWords();
  const stepOf = ({ step }: OpenedPlace): Step | undefined => procedure.steps.find(({ id }) => id === step);
  const given = ({ heads, effective }: OpenedPlace) => heads.find(({ id }) => id === effective) ?? null;
  return (
    <Table
      caption={t.answers}
      isCaptionHidden
      rows={places}
      rowKey={({ address }) => address}
      columns={[
        {
          key: 'step',
          label: t.step,
          isPrimary: true,
          cell: (place) =>
            `${places.indexOf(place) + 1}. ${place.item === null ? '' : `${place.item.label} · `}${say(stepOf(place)?.title ?? { fr: place.step, en: place.step })}`,
        },
        { key: 'answer', label: t.answer, cell: (place) => <Answers place={place} step={stepOf(place)} names={opened.names} /> },
        { key: 'limit', label: t.limit, cell: ({ evaluation }) => limit(evaluation) ?? '–' },
        {
          key: 'verdict',
          label: t.verdict,
          cell: (place) => (
            <Stack gap={1}>
              <StateMark mark={markOf(place)} label={verdict(place)} size="small" />
              {place.shownInstead !== null && <Text kind="small">{t.shownInstead}</Text>}
            </Stack>
          ),
        },
        { key: 'who', label: t.who, cell: (place) => opened.names[given(place)?.by ?? ''] ?? '–' },
        { key: 'when', label: t.when, align: 'end', cell: (place) => (given(place) === null ? '–' : format.moment(given(place)?.at ?? 0)) },
      ]}
    />
  );
}

function Answers({ place, step, names }: { place: OpenedPlace; step: Step | undefined; names: OpenedExecution['names'] }) {
  const t = useMessages(officeMessages);
  const { answer, head } = useAnswerWords();
  if (!place.isConflict) return <>{answer(place, step) ?? '–'}</>;
  return (
    <Stack gap={1}>
      <StateMark mark="conflict" label={t.conflictTitle} size="small" />
      {place.heads.map((one) => (
        <span key={one.id}>
          {head(one, step)} · {names[one.by] ?? '–'}
        </span>
      ))}
    </Stack>
  );
}

function markOf({ state, isConflict, evaluation }: OpenedPlace): Mark {
  if (isConflict) return 'conflict';
  const marks: Readonly<Record<OpenedPlace['state'], Mark>> = {
    todo: 'todo',
    done: evaluation?.outcome === 'pass' ? 'conform' : 'done',
    watch: 'watch',
    failed: evaluation?.standing == null ? 'fail' : 'out',
    skipped: 'none',
    refused: 'stop',
    held: 'attention',
  };
  return marks[state];
}
