import type { DraftStep } from './draft.ts';

/** Every step that a step looks back at: in its condition, its formulas, its switched limits. */
export function referencesOf(step: DraftStep): readonly string[] {
  const seen: string[] = [];
  renamed(step, (id) => {
    seen.push(id);
    return id;
  });
  return seen;
}

/** The step with the ids it looks back at renamed: copies of a group ask each other, not the originals. */
export function renamed(step: DraftStep, rename: (id: string) => string): DraftStep {
  const asking = step.showIf === undefined ? step : { ...step, showIf: renamedCondition(step.showIf, rename) };
  if (asking.kind !== 'measurement') return asking;
  const { expected, computed, limitsBy } = asking;
  return {
    ...asking,
    ...(expected?.inputs === undefined ? {} : { expected: { ...expected, inputs: renamedInputs(expected.inputs, rename) } }),
    ...(computed?.inputs === undefined ? {} : { computed: { ...computed, inputs: renamedInputs(computed.inputs, rename) } }),
    ...(limitsBy?.step === undefined ? {} : { limitsBy: { ...limitsBy, step: rename(limitsBy.step) } }),
  };
}

type Shown = NonNullable<DraftStep['showIf']>;
type Asked = { step?: string | undefined };

function renamedCondition(showIf: Shown, rename: (id: string) => string): Shown {
  const one = <T extends Asked>(condition: T): T => (condition.step === undefined ? condition : { ...condition, step: rename(condition.step) });
  if ('all' in showIf && showIf.all !== undefined) return { ...showIf, all: showIf.all.map(one) };
  if ('any' in showIf && showIf.any !== undefined) return { ...showIf, any: showIf.any.map(one) };
  return 'step' in showIf ? one(showIf) : showIf;
}

type Inputs = Readonly<Record<string, string | undefined>>;

/** Sources with a point name the asset or the site's conditions, never a step. */
const renamedInputs = (inputs: Inputs, rename: (id: string) => string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(inputs).flatMap(([name, source]) => (source === undefined ? [] : [[name, source.includes('.') ? source : rename(source)]])),
  );
