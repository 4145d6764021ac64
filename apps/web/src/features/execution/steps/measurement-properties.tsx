'use client';

import { Disclosure, Segmented, Stack } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import { BothField } from '../../procedure/fields/both-field.tsx';
import { useSeverityOptions } from '../../procedure/fields/catalogue-options.ts';
import { CountField, DecimalField } from '../../procedure/fields/number-fields.tsx';
import { Pair } from '../../procedure/fields/pair.tsx';
import { PickField } from '../../procedure/fields/pick-fields.tsx';
import { placeId } from '../../procedure/fields/place-id.ts';
import { severityIn } from '../../procedure/fields/severity.ts';
import { UnitField } from '../../procedure/fields/unit-field.tsx';
import { FormulaProperties } from './formula-properties.tsx';
import { BandsProperties, SwitchedLimits } from './limit-properties.tsx';
import { propertiesMessages } from './properties-messages.ts';
import type { StepPropertiesProps } from './properties-types.ts';

const LIMIT_KINDS = ['standard', 'manufacturer', 'site', 'practice'] as const;
const FILLS = ['irradiance', 'module_temperature', 'air_temperature', 'wind'] as const;

/** A reading: its unit, its limits with their reasons, and what computes them. */
export function MeasurementProperties({ step, earlier, onChange }: StepPropertiesProps<'measurement'>) {
  const t = useMessages(propertiesMessages);
  const severities = useSeverityOptions();
  const watch = (side: 'below' | 'above', value: string | undefined) => {
    const next = { ...step.watch, [side]: value };
    onChange({ watch: next.below === undefined && next.above === undefined ? undefined : next });
  };
  return (
    <Stack gap={4}>
      <Pair>
        <UnitField id={placeId('unit')} value={step.unit ?? ''} onChange={(unit) => onChange({ unit })} />
        <CountField id={placeId('decimals')} label={t.decimals} value={step.decimals} onChange={(decimals) => onChange({ decimals })} />
      </Pair>
      {step.unit === 'count' && (
        <BothField id={placeId('unitLabel')} label={t.counted} value={step.unitLabel} isOptional onChange={(unitLabel) => onChange({ unitLabel })} />
      )}
      <Pair>
        <DecimalField id={placeId('min')} label={t.min} value={step.min} onChange={(min) => onChange({ min })} />
        <DecimalField id={placeId('max')} label={t.max} value={step.max} onChange={(max) => onChange({ max })} />
      </Pair>
      <Pair>
        <DecimalField id={placeId('watch', 'below')} label={t.watchBelow} value={step.watch?.below} onChange={(value) => watch('below', value)} />
        <DecimalField id={placeId('watch', 'above')} label={t.watchAbove} value={step.watch?.above} onChange={(value) => watch('above', value)} />
      </Pair>
      <Segmented
        label={t.limitKind}
        value={step.limitKind ?? 'practice'}
        options={LIMIT_KINDS.map((value) => ({ value, label: t[`limit_${value}`] }))}
        onChange={(limitKind) => onChange({ limitKind })}
      />
      <BothField
        id={placeId('limitSource')}
        label={t.limitSource}
        hint={t.limitSourceHint}
        value={step.limitSource}
        isOptional
        onChange={(limitSource) => onChange({ limitSource })}
      />
      <PickField
        id={placeId('severityOutside')}
        label={t.severityOutside}
        value={String(step.severityOutside ?? '')}
        options={severities}
        onChange={(severity) => onChange({ severityOutside: severityIn(severity) })}
      />
      <Disclosure summary={t.computedLimits} isOpen={step.expected !== undefined || step.computed !== undefined}>
        <FormulaProperties step={step} earlier={earlier} onChange={onChange} />
      </Disclosure>
      <Disclosure summary={t.moreLimits} isOpen={step.limitsBy !== undefined || step.severityBands !== undefined}>
        <Stack gap={4}>
          <SwitchedLimits step={step} earlier={earlier} onChange={onChange} />
          <BandsProperties step={step} earlier={earlier} onChange={onChange} />
          <BothField
            id={placeId('instrument')}
            label={t.instrument}
            value={step.instrument}
            isOptional
            onChange={(instrument) => onChange({ instrument })}
          />
          <PickField
            id={placeId('fills')}
            label={t.fills}
            none={t.none}
            value={step.fills}
            options={FILLS.map((value) => ({ value, label: t[`fills_${value}`] }))}
            onChange={(fills) => onChange({ fills: FILLS.find((name) => name === fills) })}
          />
        </Stack>
      </Disclosure>
    </Stack>
  );
}
