'use client';

import type { DraftStepOf } from '@heliograph/domain/procedure/draft';
import { SelectField, Stack, Switch } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import { BothField } from '../../procedure/fields/both-field.tsx';
import { useFindingOptions, useProcedureOptions, useSeverityOptions } from '../../procedure/fields/catalogue-options.ts';
import { Pair } from '../../procedure/fields/pair.tsx';
import { PickField } from '../../procedure/fields/pick-fields.tsx';
import { placeId } from '../../procedure/fields/place-id.ts';
import { RowsField } from '../../procedure/fields/rows-field.tsx';
import { severityIn } from '../../procedure/fields/severity.ts';
import { propertiesMessages } from './properties-messages.ts';
import type { StepPropertiesProps } from './properties-types.ts';

type Option = NonNullable<DraftStepOf<'choice'>['options']>[number];
const OUTCOMES = ['ok', 'warn', 'fail'] as const;
const NONE: readonly Option[] = [];

/** The answers to choose from, and what follows from each. */
export function ChoiceProperties({ step, onChange }: StepPropertiesProps<'choice'>) {
  const t = useMessages(propertiesMessages);
  const options = step.options ?? NONE;
  return (
    <RowsField
      id={placeId('options')}
      label={t.options}
      rows={options}
      addLabel={t.addOption}
      make={(): Option => ({ value: freeValue(options), label: { fr: '', en: '' }, outcome: 'ok' })}
      onChange={(next) => onChange({ options: next })}
    >
      {(option, at, change) => <OptionFields option={option} at={at} onChange={(fields) => change(compact({ ...option, ...fields }))} />}
    </RowsField>
  );
}

/** The value that conditions compare with: made once and never changed, so that renaming an option breaks none. */
function freeValue(options: readonly Option[]): string {
  const taken = new Set(options.map(({ value }) => value));
  for (let n = options.length + 1; ; n++) if (!taken.has(`o${n}`)) return `o${n}`;
}

/** Without the fields that are undefined: what is left out is not said. */
const compact = (option: Option): Option => Object.fromEntries(Object.entries(option).filter(([, value]) => value !== undefined));

function OptionFields({ option, at, onChange }: { option: Option; at: number; onChange(fields: Partial<Option>): void }) {
  const t = useMessages(propertiesMessages);
  const findings = useFindingOptions();
  const severities = useSeverityOptions();
  const procedures = useProcedureOptions();
  const id = (field: string) => placeId('options', at, field);
  return (
    <Stack gap={3}>
      <BothField
        id={id('label')}
        label={t.option(at + 1)}
        value={option.label}
        onChange={(label) => onChange({ label: label ?? { fr: '', en: '' } })}
      />
      <Pair>
        <SelectField
          id={id('outcome')}
          label={t.outcome}
          value={option.outcome ?? 'ok'}
          options={OUTCOMES.map((value) => ({ value, label: t[`outcome_${value}`] }))}
          onChange={(outcome) => onChange({ outcome })}
        />
        {option.outcome !== 'ok' && (
          <PickField
            id={id('severity')}
            label={t.severity}
            none={t.none}
            value={option.severity === undefined ? undefined : String(option.severity)}
            options={severities}
            onChange={(severity) => onChange({ severity: severityIn(severity) })}
          />
        )}
      </Pair>
      {option.outcome !== 'ok' && (
        <>
          <Pair>
            <PickField
              id={id('finding')}
              label={t.finding}
              none={t.none}
              value={option.finding}
              options={findings}
              onChange={(finding) => onChange({ finding })}
            />
            <PickField
              id={id('openProcedure')}
              label={t.openProcedure}
              none={t.none}
              value={option.openProcedure}
              options={procedures}
              onChange={(openProcedure) => onChange({ openProcedure })}
            />
          </Pair>
          <Switch label={t.stopWork} isOn={option.stopWork ?? false} onChange={(isOn) => onChange({ stopWork: isOn || undefined })} />
          <Switch
            label={t.suspend}
            hint={t.suspendHint}
            isOn={option.suspend ?? false}
            onChange={(isOn) => onChange({ suspend: isOn || undefined })}
          />
        </>
      )}
    </Stack>
  );
}
