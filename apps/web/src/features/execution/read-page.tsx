'use client';

import { Badge, Cluster, Disclosure, Facts, List, ListRow, Notice, Screen, Section, Skeleton, Stack, StateMark, Text } from '@heliograph/ui';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { FieldTop } from '../field/field-top.tsx';
import { usePlaceText } from './answer-text.ts';
import { Totals } from './check-page.tsx';
import { History } from './history.tsx';
import { executionMessages } from './messages.ts';
import { Missing } from './missing.tsx';
import { PhotoList } from './photos/photo-list.tsx';
import { markOf } from './place-mark.ts';
import { SignatureImage } from './signature-image.tsx';
import { type OpenExecution, useExecution } from './use-execution.ts';
import { useVerdictWords } from './verdict-words.ts';

/** The record as it will be read: answers against limits, photos, signatures, history. Complete before any sync. */
export default function ReadPage({ id }: { id: string }) {
  const t = useMessages(executionMessages);
  const view = useExecution(id);
  if (view.kind === 'reading')
    return (
      <Screen top={<FieldTop back="/app" />}>
        <Skeleton label={t.loading} lines={6} />
      </Screen>
    );
  return view.kind === 'open' ? <Record execution={view.execution} /> : <Missing kind={view.kind} />;
}

function Record({ execution }: { execution: OpenExecution }) {
  const t = useMessages(executionMessages);
  const language = useLanguage();
  const format = useFormat();
  const { content, state, site, asset, hash } = execution;
  const start = state.start;
  return (
    <Screen
      top={
        <FieldTop
          title={content.title[language]}
          eyebrow={[site?.name, asset?.asset.name].filter(Boolean).join(' · ')}
          back={`/app/executions/${execution.x}`}
        />
      }
    >
      <Stack gap={6}>
        <Cluster gap={2}>
          <Badge tone={state.status === 'completed' || state.status === 'approved' ? 'conform' : 'neutral'}>{t[`status_${state.status}`]}</Badge>
          <Badge>{t.version(hash.slice(0, 8))}</Badge>
        </Cluster>
        {state.changedAfterCompletion.length > 0 && <Notice tone="watch">{t.changedAfter}</Notice>}
        {start !== null && (
          <Facts
            items={[
              { label: t.started, value: format.moment(start.entry.operation.w, site?.timeZone) },
              {
                label: t.people,
                value: state.crew
                  .map((user) => execution.nameOf(user) ?? t.unknownPerson)
                  .concat(state.seconds.map(({ p }) => p.name))
                  .join(', '),
              },
            ]}
          />
        )}
        <Totals execution={execution} />
        <Findings execution={execution} />
        <Section title={t.answers}>
          <AnswerList execution={execution} />
        </Section>
        {state.signatures.length > 0 && (
          <Section title={t.signatures}>
            {state.signatures.map(({ id, p, entry }) => (
              <Stack key={id} gap={1}>
                <SignatureImage strokes={p.strokes} label={p.name} />
                <Text kind="small">
                  {t.signedBy(p.name, format.moment(entry.operation.w, site?.timeZone))} · {t[`role_${p.role}`]}
                </Text>
              </Stack>
            ))}
          </Section>
        )}
        <Disclosure summary={t.history}>
          <History execution={execution} />
        </Disclosure>
      </Stack>
    </Screen>
  );
}

function Findings({ execution }: { execution: OpenExecution }) {
  const t = useMessages(executionMessages);
  const language = useLanguage();
  const { findings, places } = execution.assessment;
  if (findings.length === 0) return null;
  return (
    <Section title={t.findings}>
      <List>
        {findings.map(({ code, severity, address }) => (
          <ListRow
            key={`${address} ${code}`}
            title={places.find((place) => place.address === address)?.step.title[language] ?? code}
            detail={severity === null ? undefined : t.severity(severity)}
            leading={<StateMark mark="fail" label={code} isLabelHidden />}
          />
        ))}
      </List>
    </Section>
  );
}

function AnswerList({ execution }: { execution: OpenExecution }) {
  const language = useLanguage();
  const format = useFormat();
  const text = usePlaceText();
  const words = useVerdictWords();
  return (
    <Stack gap={4}>
      {execution.assessment.places.map((place, n) => (
        <Stack key={place.address} gap={2}>
          <List>
            <ListRow
              title={`${n + 1}. ${place.item === null ? '' : `${place.item.label} · `}${place.step.title[language]}`}
              detail={[
                text(place),
                place.step.kind === 'measurement' && place.evaluation !== null
                  ? words(place.evaluation, (by) => `${format.decimal(by)}\u00a0${unitOf(place.step)}`).label
                  : null,
              ]
                .filter(Boolean)
                .join(' · ')}
              leading={<StateMark mark={markOf(place)} label={text(place)} isLabelHidden />}
            />
          </List>
          <PhotoList execution={execution} photos={place.photos} isLocked />
          {execution.state.comments
            .filter(({ s }) => s === place.address)
            .map(({ id, p }) => (
              <Text key={id} kind="small">
                {p.text}
              </Text>
            ))}
        </Stack>
      ))}
    </Stack>
  );
}

const unitOf = (step: OpenExecution['assessment']['places'][number]['step']): string => (step.kind === 'measurement' ? step.unit : '');
