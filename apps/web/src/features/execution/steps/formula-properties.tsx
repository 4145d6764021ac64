'use client';

import { ASSET_ATTRIBUTES, type FormulaInput, type FormulaName, formulaNames, formulas, SITE_CONDITIONS } from '@heliograph/domain';
import type { DraftStep, DraftStepOf } from '@heliograph/domain/procedure/draft';
import { Code, Stack, Text } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import { useCatalogueNames } from '../../procedure/catalogue-names.ts';
import { DecimalField } from '../../procedure/fields/number-fields.tsx';
import { Pair } from '../../procedure/fields/pair.tsx';
import { type Choice, PickField } from '../../procedure/fields/pick-fields.tsx';
import { placeId } from '../../procedure/fields/place-id.ts';
import { useStepTitle } from '../../procedure/fields/step-words.ts';
import { formulaMessages } from './formula-messages.ts';
import { FormulaTrial } from './formula-trial.tsx';
import { isNumber } from './limit-properties.tsx';
import type { StepPropertiesProps } from './properties-types.ts';

type Props = StepPropertiesProps<'measurement'>;
type Expected = NonNullable<DraftStepOf<'measurement'>['expected']>;
type Use = Pick<Expected, 'formula' | 'inputs'>;

/** A limit that a formula computes, and a reading that one fills in; each can be tried with values of one's own. */
export function FormulaProperties({ step, earlier, onChange }: Props) {
  const t = useMessages(formulaMessages);
  const { expected, computed } = step;
  const change = (fields: Partial<Expected>) => onChange({ expected: { ...expected, ...fields } });
  return (
    <Stack gap={4}>
      <FormulaUse
        place="expected"
        label={t.expected}
        use={expected}
        {...{ step, earlier }}
        onChange={(use) => onChange({ expected: use === undefined ? undefined : { tolerancePct: '5', ...expected, ...use } })}
      />
      {expected?.formula !== undefined && (
        <>
          <Pair>
            <DecimalField
              id={placeId('expected', 'tolerancePct')}
              label={t.tolerance}
              value={expected.tolerancePct}
              onChange={(tolerancePct) => change({ tolerancePct })}
            />
            <DecimalField
              id={placeId('expected', 'watchPct')}
              label={t.watch}
              value={expected.watchPct}
              onChange={(watchPct) => change({ watchPct })}
            />
            <DecimalField
              id={placeId('expected', 'peerTolerancePct')}
              label={t.peers}
              value={expected.peerTolerancePct}
              onChange={(peerTolerancePct) => change({ peerTolerancePct })}
            />
          </Pair>
          <FormulaTrial key={expected.formula} step={step} />
        </>
      )}
      <FormulaUse place="computed" label={t.computed} use={computed} {...{ step, earlier }} onChange={(use) => onChange({ computed: use })} />
    </Stack>
  );
}

interface UseProps extends Pick<Props, 'step' | 'earlier'> {
  readonly place: 'expected' | 'computed';
  readonly label: string;
  readonly use: Use | undefined;
  onChange(use: Use | undefined): void;
}

function FormulaUse({ place, label, use, step, earlier, onChange }: UseProps) {
  const t = useMessages(formulaMessages);
  const name = use?.formula;
  const sources = useSources(earlier);
  const inputs: Readonly<Record<string, FormulaInput>> = name === undefined ? {} : formulas[name].inputs;
  const choose = (chosen: string | undefined) => {
    const formula = formulaNames.find((one) => one === chosen);
    onChange(formula === undefined ? undefined : { formula, inputs: usualInputs(formula, earlier) });
  };
  return (
    <Stack gap={3}>
      <PickField
        id={placeId(place, 'formula')}
        label={label}
        none={t.none}
        value={name}
        options={fitting(step.unit).map((value) => ({ value, label: t[`formula_${value}`] }))}
        onChange={choose}
      />
      {name !== undefined && (
        <Text kind="small" isSoft>
          <Code>{formulas[name].expression}</Code> · {formulas[name].source}
        </Text>
      )}
      {Object.entries(inputs).map(([input, { unit, fallback }]) => (
        <PickField
          key={input}
          id={placeId(place, 'inputs', input)}
          label={t.input(t.inputName(input), unit)}
          none={fallback === undefined ? t.choose : t.fallback(fallback)}
          value={use?.inputs?.[input]}
          options={sources(unit)}
          onChange={(source) => {
            const { [input]: _, ...rest } = use?.inputs ?? {};
            onChange({ formula: name, inputs: source === undefined ? rest : { ...rest, [input]: source } });
          }}
        />
      ))}
    </Stack>
  );
}

/** Formulas that give the step's unit first; before there is a unit, all of them. */
const fitting = (unit: string | undefined): readonly FormulaName[] => {
  const fit = formulaNames.filter((name) => formulas[name].unit === unit);
  return fit.length === 0 ? formulaNames : [...fit, ...formulaNames.filter((name) => !fit.includes(name))];
};

/** What an input usually comes from: the equipment's own sheet, the conditions of the site, the last reading of that unit. */
function usualInputs(name: FormulaName, earlier: readonly DraftStep[]): Record<string, string> {
  const inputs: Readonly<Record<string, FormulaInput>> = formulas[name].inputs;
  const CONDITION: Readonly<Record<string, string>> = { irradiance: 'conditions.irradiance', back_temp: 'conditions.module_temperature' };
  return Object.fromEntries(
    Object.entries(inputs).flatMap(([input, { unit, attribute, fallback }]) => {
      const last = earlier.filter(isNumber).findLast((step) => step.unit === unit)?.id;
      const source = attribute === undefined ? (CONDITION[input] ?? last) : `asset.${attribute}`;
      return source === undefined || (fallback !== undefined && attribute === undefined) ? [] : [[input, source]];
    }),
  );
}

/** Where an input of a unit may come from, by name: earlier readings, the equipment, the site's conditions. */
function useSources(earlier: readonly DraftStep[]): (unit: string) => readonly Choice[] {
  const t = useMessages(formulaMessages);
  const language = useLanguage();
  const titleOf = useStepTitle();
  const { condition } = useCatalogueNames();
  return (unit) => [
    ...earlier.filter((step) => isNumber(step) && step.unit === unit).map((step) => ({ value: step.id, label: t.fromStep(titleOf(step)) })),
    ...Object.entries(ASSET_ATTRIBUTES)
      .filter(([, info]) => info.unit === unit)
      .map(([attribute, info]) => ({ value: `asset.${attribute}`, label: t.fromAsset(info.label[language]) })),
    ...SITE_CONDITIONS.map((name) => ({ value: `conditions.${name}`, label: t.fromSite(condition(name)) })),
  ];
}
