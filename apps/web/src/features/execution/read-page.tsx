'use client';

import { isOver } from '@heliograph/domain';
import { Badge, Button, Cluster, Disclosure, Facts, List, ListRow, Notice, Screen, Section, Stack, StateMark, Text } from '@heliograph/ui';
import { Fragment } from 'react';
import { useRefs } from '../../platform/field-context.tsx';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { unitOf } from '../../platform/unit.ts';
import { FieldTop } from '../field/field-top.tsx';
import { useCatalogueNames } from '../procedure/catalogue-names.ts';
import { usePlaceText } from './answer-text.ts';
import { Totals } from './check-page.tsx';
import { ConditionsFacts } from './conditions/conditions-facts.tsx';
import { History } from './history.tsx';
import { executionMessages } from './messages.ts';
import { ForgottenNotice, LeftNotice, WithdrawnNotice } from './office-notices.tsx';
import { PhotoList } from './photos/photo-list.tsx';
import { PlaceState } from './place-state.tsx';
import styles from './read-page.module.css';
import { SignatureImage } from './signature-image.tsx';
import type { OpenExecution } from './use-execution.ts';
import { useVerdictWords } from './verdict-words.ts';
import { WithExecution } from './with-execution.tsx';

/** The record as it will be read: answers against limits, photos, signatures, history. Complete before any sync. */
export default function ReadPage({ id }: { id: string }) {
  return (
    <WithExecution id={id} back="/app">
      {(execution) => <Record execution={execution} />}
    </WithExecution>
  );
}

function Record({ execution }: { execution: OpenExecution }) {
  const t = useMessages(executionMessages);
  const language = useLanguage();
  const format = useFormat();
  const { content, state, site, asset, hash } = execution;
  const start = state.start;
  const end = isOver(state.status) ? state.history.findLast(({ operation }) => operation.k === 'complete') : undefined;
  // An older one is known by its print alone.
  const inForce = useRefs('procedure')?.find((ref) => ref.hash === hash);
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
          <Badge>{t.version(inForce === undefined ? hash.slice(0, 8) : String(inForce.version))}</Badge>
          <Button kind="quiet" icon="check" href={`/app/executions/${execution.x}/receipt`}>
            {t.receipt}
          </Button>
        </Cluster>
        <WithdrawnNotice execution={execution} />
        <LeftNotice execution={execution} />
        <ForgottenNotice execution={execution} />
        {state.changedAfterCompletion.length > 0 && <Notice tone="watch">{t.changedAfter}</Notice>}
        {start !== null && (
          <Facts
            items={[
              { label: t.started, value: format.moment(start.entry.operation.w, site?.timeZone) },
              ...(end === undefined ? [] : [{ label: t.ended, value: format.moment(end.operation.w, site?.timeZone) }]),
              {
                label: t.people,
                value: [
                  ...new Set([...state.crew.map((user) => execution.nameOf(user) ?? t.unknownPerson), ...state.seconds.map(({ p }) => p.name)]),
                ].join(', '),
              },
            ]}
          />
        )}
        <Totals execution={execution} />
        <ConditionsFacts execution={execution} />
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
  const { defect } = useCatalogueNames();
  const { findings, places } = execution.assessment;
  if (findings.length === 0) return null;
  const titleOf = (address: string) => {
    const place = places.find((one) => one.address === address);
    return [place?.item?.label, place?.step.title[language]].filter(Boolean).join(' · ');
  };
  return (
    <Section title={t.findings}>
      <List>
        {findings.map(({ code, severity, address }) => (
          <ListRow
            key={`${address} ${code}`}
            title={defect(code)}
            detail={[titleOf(address), severity === null ? null : t.severity(severity)].filter(Boolean).join(' · ')}
            leading={<StateMark mark="fail" label={t.fail} isLabelHidden />}
          />
        ))}
      </List>
    </Section>
  );
}

function AnswerList({ execution }: { execution: OpenExecution }) {
  const language = useLanguage();
  const format = useFormat();
  const text = usePlaceText(execution.state);
  const words = useVerdictWords();
  const notesAt = (address: string) => execution.state.comments.filter(({ s }) => s === address);
  return (
    <List>
      {execution.assessment.places.map((place, n) => (
        <Fragment key={place.address}>
          <ListRow
            title={`${n + 1}. ${place.item === null ? '' : `${place.item.label} · `}${place.step.title[language]}`}
            detail={[
              text(place),
              place.step.kind === 'measurement' && place.evaluation !== null
                ? words(place.evaluation, (by) => format.reading(by, unitOf(place.step, language))).label
                : null,
            ]
              .filter(Boolean)
              .join(' · ')}
            leading={<PlaceState place={place} />}
          />
          {place.photos.length + notesAt(place.address).length > 0 && (
            <li className={styles.beside}>
              <Stack gap={2}>
                <PhotoList execution={execution} photos={place.photos} isLocked />
                {notesAt(place.address).map(({ id, p }) => (
                  <Text key={id} kind="small" isTyped>
                    {p.text}
                  </Text>
                ))}
              </Stack>
            </li>
          )}
        </Fragment>
      ))}
    </List>
  );
}
