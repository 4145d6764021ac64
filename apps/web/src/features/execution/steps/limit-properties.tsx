'use client';

import type { DraftStep, DraftStepOf } from '@heliograph/domain/procedure/draft';
import { Stack, Text } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import { useSeverityOptions } from '../../procedure/fields/catalogue-options.ts';
import { DecimalField } from '../../procedure/fields/number-fields.tsx';
import { Pair } from '../../procedure/fields/pair.tsx';
import { PickField } from '../../procedure/fields/pick-fields.tsx';
import { placeId } from '../../procedure/fields/place-id.ts';
import { RowsField } from '../../procedure/fields/rows-field.tsx';
import { severityIn } from '../../procedure/fields/severity.ts';
import { useAnswers, useStepTitle } from '../../procedure/fields/step-words.ts';
import { propertiesMessages } from './properties-messages.ts';
import type { StepPropertiesProps } from './properties-types.ts';

type Props = StepPropertiesProps<'measurement'>;
type Band = NonNullable<DraftStepOf<'measurement'>['severityBands']>[number];
type Bounds = { min?: string | undefined; max?: string | undefined };
const NO_BANDS: readonly Band[] = [];

/** Limits that an earlier choice switches: another module, another voltage. */
export function SwitchedLimits({ step, earlier, onChange }: Props) {
  const t = useMessages(propertiesMessages);
  const titleOf = useStepTitle();
  const answersOf = useAnswers();
  const choices = earlier.filter(({ kind }) => kind === 'choice' || kind === 'check');
  const asked = choices.find(({ id }) => id === step.limitsBy?.step);
  const cases: Readonly<Record<string, Bounds | undefined>> = step.limitsBy?.cases ?? {};
  const set = (value: string, bounds: Bounds) => {
    const { [value]: _, ...rest } = cases;
    const isOpen = bounds.min === undefined && bounds.max === undefined;
    onChange({ limitsBy: { step: asked?.id, cases: isOpen ? rest : { ...rest, [value]: bounds } } });
  };
  return (
    <Stack gap={3}>
      <PickField
        id={placeId('limitsBy', 'step')}
        label={t.limitsBy}
        none={t.none}
        value={step.limitsBy?.step}
        options={choices.map((one) => ({ value: one.id, label: titleOf(one) }))}
        onChange={(id) => onChange({ limitsBy: id === undefined ? undefined : { step: id, cases: {} } })}
      />
      {asked !== undefined &&
        answersOf(asked).map(({ value, label }) => (
          <Stack key={value} gap={1}>
            <Text>{label}</Text>
            <Pair>
              {(['min', 'max'] as const).map((side) => (
                <DecimalField
                  key={side}
                  id={placeId('limitsBy', 'cases', value, side)}
                  label={side === 'min' ? t.minFor(label) : t.maxFor(label)}
                  value={cases[value]?.[side]}
                  onChange={(bound) => set(value, { ...cases[value], [side]: bound })}
                />
              ))}
            </Pair>
          </Stack>
        ))}
    </Stack>
  );
}

/** How bad a reading outside is, by how far it is out. */
export function BandsProperties({ step, onChange }: Props) {
  const t = useMessages(propertiesMessages);
  const severities = useSeverityOptions();
  const bands = step.severityBands ?? NO_BANDS;
  return (
    <RowsField
      id={placeId('severityBands')}
      label={t.bands}
      hint={t.bandsHint}
      rows={bands}
      addLabel={t.addBand}
      make={(): Band => ({ severity: 3 })}
      onChange={(next) => onChange({ severityBands: next.length === 0 ? undefined : next })}
    >
      {(band, at, change) => (
        <Pair>
          <DecimalField
            id={placeId('severityBands', at, 'upTo')}
            label={t.upTo}
            value={band.upTo}
            onChange={(upTo) => change(upTo === undefined ? { severity: band.severity } : { ...band, upTo })}
          />
          <PickField
            id={placeId('severityBands', at, 'severity')}
            label={t.severity}
            value={String(band.severity ?? '')}
            options={severities}
            onChange={(severity) => change({ ...band, severity: severityIn(severity) })}
          />
        </Pair>
      )}
    </RowsField>
  );
}

/** Steps whose answer is a number. */
export const isNumber = (step: DraftStep): step is DraftStepOf<'measurement'> => step.kind === 'measurement';
