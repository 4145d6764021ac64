'use client';

import type { Localized } from '@heliograph/domain';
import type { HeadFields, ProcedureDraft } from '@heliograph/domain/procedure/draft';
import { SelectField, Stack } from '@heliograph/ui';
import { memo } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { BothField } from '../../procedure/fields/both-field.tsx';
import { useCertificationOptions, useConditionOptions } from '../../procedure/fields/catalogue-options.ts';
import { DecimalField } from '../../procedure/fields/number-fields.tsx';
import { Pair } from '../../procedure/fields/pair.tsx';
import { PickField, PickMany } from '../../procedure/fields/pick-fields.tsx';
import { placeId } from '../../procedure/fields/place-id.ts';
import { RowsField } from '../../procedure/fields/rows-field.tsx';
import { UnitField } from '../../procedure/fields/unit-field.tsx';
import { headMessages } from './head-messages.ts';

interface SafetyFieldsProps {
  readonly draft: ProcedureDraft;
  onChange(fields: HeadFields): void;
}

type Warning = NonNullable<ProcedureDraft['safetyWarnings']>[number];
type Certification = NonNullable<ProcedureDraft['requiredCertifications']>[number];
type Environment = NonNullable<ProcedureDraft['environment']>[number];
const LEVELS = ['danger', 'warning', 'notice'] as const;
const RULES = ['any_of', 'all_of'] as const;
const HOLDERS = ['lead', 'each', 'one_in_team'] as const;
const blank = (): Localized => ({ fr: '', en: '' });

const SHOWN = ['safetyWarnings', 'ppe', 'requiredTools', 'requiredCertifications', 'environment'] as const satisfies (keyof ProcedureDraft)[];

/** What keeps people safe: warnings, protection, tools, certifications, and conditions to look at before starting. A letter elsewhere leaves it be. */
export const SafetyFields = memo(
  AllSafetyFields,
  (before, now) => before.onChange === now.onChange && SHOWN.every((field) => before.draft[field] === now.draft[field]),
);

function AllSafetyFields({ draft, onChange }: SafetyFieldsProps) {
  const t = useMessages(headMessages);
  return (
    <Stack gap={4}>
      <RowsField
        id={placeId('safetyWarnings')}
        label={t.warnings}
        rows={draft.safetyWarnings ?? []}
        addLabel={t.addWarning}
        make={(): Warning => ({ level: 'warning', text: blank() })}
        onChange={(safetyWarnings) => onChange({ safetyWarnings })}
      >
        {(warning, at, change) => (
          <>
            <SelectField
              id={placeId('safetyWarnings', at, 'level')}
              label={t.level}
              value={warning.level ?? 'warning'}
              options={LEVELS.map((value) => ({ value, label: t[`level_${value}`] }))}
              onChange={(level) => change({ ...warning, level })}
            />
            <BothField
              id={placeId('safetyWarnings', at, 'text')}
              label={t.warning}
              value={warning.text}
              isMultiline
              onChange={(text) => change({ ...warning, text: text ?? blank() })}
            />
          </>
        )}
      </RowsField>
      {(['ppe', 'requiredTools'] as const).map((field) => (
        <RowsField
          key={field}
          id={placeId(field)}
          label={t[field]}
          rows={draft[field] ?? []}
          addLabel={t.addThing}
          make={blank}
          onChange={(rows) => onChange({ [field]: rows })}
        >
          {(thing, at, change) => <BothField id={placeId(field, at)} label={t.thing} value={thing} onChange={(next) => change(next ?? blank())} />}
        </RowsField>
      ))}
      <Certifications draft={draft} onChange={onChange} />
      <Environments draft={draft} onChange={onChange} />
    </Stack>
  );
}

function Certifications({ draft, onChange }: SafetyFieldsProps) {
  const t = useMessages(headMessages);
  const options = useCertificationOptions();
  return (
    <RowsField
      id={placeId('requiredCertifications')}
      label={t.certifications}
      rows={draft.requiredCertifications ?? []}
      addLabel={t.addCertification}
      make={(): Certification => ({ codes: [], rule: 'any_of', holder: 'each' })}
      onChange={(requiredCertifications) => onChange({ requiredCertifications })}
    >
      {(certification, at, change) => (
        <>
          <PickMany
            id={placeId('requiredCertifications', at, 'codes')}
            label={t.certificationCodes}
            values={(certification.codes ?? []).flatMap((one) => one ?? [])}
            options={options}
            onChange={(codes) => change({ ...certification, codes })}
          />
          <Pair>
            <SelectField
              label={t.rule}
              value={certification.rule ?? 'any_of'}
              options={RULES.map((value) => ({ value, label: t[`rule_${value}`] }))}
              onChange={(rule) => change({ ...certification, rule })}
            />
            <SelectField
              label={t.holder}
              value={certification.holder ?? 'each'}
              options={HOLDERS.map((value) => ({ value, label: t[`holder_${value}`] }))}
              onChange={(holder) => change({ ...certification, holder })}
            />
          </Pair>
        </>
      )}
    </RowsField>
  );
}

function Environments({ draft, onChange }: SafetyFieldsProps) {
  const t = useMessages(headMessages);
  const options = useConditionOptions();
  return (
    <RowsField
      id={placeId('environment')}
      label={t.environment}
      rows={draft.environment ?? []}
      addLabel={t.addEnvironment}
      make={(): Environment => ({ parameter: 'irradiance', unit: 'W/m²' })}
      onChange={(environment) => onChange({ environment })}
    >
      {(entry, at, change) => {
        const id = (field: string) => placeId('environment', at, field);
        const set = (fields: Environment) =>
          change(Object.fromEntries(Object.entries({ ...entry, ...fields }).filter(([, value]) => value !== undefined)));
        return (
          <>
            <Pair>
              <PickField
                id={id('parameter')}
                label={t.parameter}
                value={entry.parameter}
                options={options}
                onChange={(parameter) => set({ parameter })}
              />
              <UnitField id={id('unit')} value={entry.unit ?? ''} onChange={(unit) => set({ unit })} />
            </Pair>
            <Pair>
              <DecimalField id={id('min')} label={t.min} value={entry.min} onChange={(min) => set({ min })} />
              <DecimalField id={id('max')} label={t.max} value={entry.max} onChange={(max) => set({ max })} />
            </Pair>
          </>
        );
      }}
    </RowsField>
  );
}
