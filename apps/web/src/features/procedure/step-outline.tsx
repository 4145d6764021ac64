'use client';

import type { ProcedureContent, ProcedureHash, Step } from '@heliograph/domain';
import { Cluster, Icon, List, ListRow, Section, StateMark, Text } from '@heliograph/ui';
import { useEffect } from 'react';
import { useRefs } from '../../platform/field-context.tsx';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { usePlace } from '../../platform/router.ts';
import { unitOf } from '../../platform/unit.ts';
import { useEquipmentName } from '../assets/equipment-names.ts';
import { procedureMessages } from './messages.ts';

const rowId = (step: string) => `step-${step}`;

/** Every step in working order; hold points stand out, limits say whether somebody vouches for them. `?step=` opens one of them. */
export function StepOutline({ hash, content: { steps } }: { hash: ProcedureHash; content: ProcedureContent }) {
  const t = useMessages(procedureMessages);
  const confirmations = useRefs('confirmation');
  const wanted = new URLSearchParams(usePlace().search).get('step');
  useEffect(() => {
    // After the router put the new screen at its top.
    if (wanted !== null) requestAnimationFrame(() => document.getElementById(rowId(wanted))?.scrollIntoView({ block: 'center' }));
  }, [wanted]);
  const confirmed = new Set(confirmations?.filter((one) => one.hash === hash).map(({ step }) => step) ?? []);
  return (
    <Section title={t.steps} aside={t.stepsCount(steps.length)}>
      <List isOrdered>
        {steps.map((step, at) => (
          <StepRow key={step.id} step={step} number={at + 1} isConfirmed={confirmed.has(step.id)} isWanted={step.id === wanted} />
        ))}
      </List>
    </Section>
  );
}

interface StepRowProps {
  readonly step: Step;
  readonly number: number;
  readonly isConfirmed: boolean;
  /** It is what the person came for: its instructions are shown. */
  readonly isWanted: boolean;
}

function StepRow({ step, number, isConfirmed, isWanted }: StepRowProps) {
  const t = useMessages(procedureMessages);
  const language = useLanguage();
  const equipmentName = useEquipmentName();
  const notes = [
    step.repeat === undefined ? '' : t.repeated(equipmentName(step.repeat.over)),
    step.showIf === undefined ? '' : t.branch,
    step.required ? '' : t.optional,
  ].filter(Boolean);
  return (
    <ListRow
      id={rowId(step.id)}
      leading={step.holdPoint ? <Icon name="hold" /> : number}
      title={step.title[language]}
      detail={
        <Cluster gap={3}>
          {step.holdPoint && <StateMark mark="stop" label={t.holdPoint} size="small" />}
          {notes.length > 0 && <span>{notes.join(' · ')}</span>}
          <LimitNote step={step} isConfirmed={isConfirmed} />
          {isWanted && <Text as="span">{step.instructions[language]}</Text>}
        </Cluster>
      }
    />
  );
}

function LimitNote({ step, isConfirmed }: { step: Step; isConfirmed: boolean }) {
  const t = useMessages(procedureMessages);
  const format = useFormat();
  const unit = unitOf(step, useLanguage());
  if (step.kind !== 'measurement') return null;
  const { min, max, limitsBy, expected } = step;
  const bounds = [
    min === undefined ? '' : t.limitMin(format.reading(min, unit)),
    max === undefined ? '' : t.limitMax(format.reading(max, unit)),
  ].filter(Boolean);
  if (bounds.length === 0 && limitsBy === undefined && expected === undefined) return null;
  return (
    <>
      {bounds.length > 0 && <span>{bounds.join(', ')}</span>}
      <StateMark mark={isConfirmed ? 'conform' : 'watch'} label={isConfirmed ? t.confirmed : t.unconfirmed} size="small" />
    </>
  );
}
