'use client';

import type { ProcedureContent, Step } from '@heliograph/domain';
import { Stack, StateMark, Table, Text } from '@heliograph/ui';
import { useFormat } from '../../../platform/format.ts';
import { useLocalized, useMessages } from '../../../platform/messages.ts';
import { markOf } from '../../execution/place-mark.ts';
import { officeMessages } from '../messages.ts';
import { useAnswerWords } from './answer-words.ts';
import type { OpenedExecution, OpenedPlace } from './types.ts';

interface AnswerTableProps {
  readonly opened: OpenedExecution;
  readonly procedure: Pick<ProcedureContent, 'steps'>;
  readonly places: readonly OpenedPlace[];
  readonly timeZone: string | undefined;
}

/** Every answer against its limit, with who gave it and when; where people said different things, all of them. */
export function AnswerTable({ opened, procedure, places, timeZone }: AnswerTableProps) {
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
      isFolding
      columns={[
        {
          key: 'step',
          label: t.step,
          isPrimary: true,
          cell: (place) =>
            `${places.indexOf(place) + 1}. ${place.item === null ? '' : `${place.item.label} · `}${say(stepOf(place)?.title ?? { fr: place.step, en: place.step })}`,
        },
        { key: 'answer', label: t.answer, cell: (place) => <Answers place={place} step={stepOf(place)} opened={opened} /> },
        { key: 'limit', label: t.limit, cell: (place) => limit(place, stepOf(place)) ?? '–' },
        {
          key: 'verdict',
          label: t.verdict,
          cell: (place) => (
            <Stack gap={1}>
              <StateMark mark={markOf({ ...place, step: stepOf(place) })} label={verdict(place, stepOf(place))} size="small" />
              {place.shownInstead !== null && <Text kind="small">{t.shownInstead}</Text>}
            </Stack>
          ),
        },
        { key: 'who', label: t.who, cell: (place) => opened.names[given(place)?.by ?? ''] ?? '–' },
        { key: 'when', label: t.when, align: 'end', cell: (place) => (given(place) === null ? '–' : format.moment(given(place)?.at ?? 0, timeZone)) },
      ]}
    />
  );
}

function Answers({ place, step, opened }: { place: OpenedPlace; step: Step | undefined; opened: OpenedExecution }) {
  const t = useMessages(officeMessages);
  const { answer, head } = useAnswerWords();
  const signers = opened.signatures.filter(({ address }) => address === place.address).map(({ name }) => name);
  if (!place.isConflict) return <>{answer(place, step, signers) ?? '–'}</>;
  return (
    <Stack gap={1}>
      <StateMark mark="conflict" label={t.conflictTitle} size="small" />
      {place.heads.map((one) => (
        <span key={one.id}>
          {head(one, step)} · {opened.names[one.by] ?? '–'}
        </span>
      ))}
    </Stack>
  );
}
