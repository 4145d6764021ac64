'use client';

import { type Ability, CURRENCIES, type ModelChoice } from '@heliograph/domain/assistant';
import { Button, Cluster, Notice, Segmented, SelectField, Stack, StateMark, TextField } from '@heliograph/ui';
import { type FormEvent, useState } from 'react';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import type { Output } from '../../../platform/rpc.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { reasonOf, useDoor } from '../../../platform/use-door.ts';
import { Part } from '../../people/part.tsx';
import { type AssistantDraft, draftOf, nameOf, problemsOf, wishOf } from './assistant-draft.ts';
import { modelMessages } from './messages.ts';
import { useProviderRefusal } from './use-provider.ts';

interface AssistantFormProps {
  readonly stored: Output<'ai.settings'>;
  readonly choices: readonly ModelChoice[];
  readonly cast: Output<'ai.asking'>['cast'];
}

/** How the organisation asks: which model for what, how freely, how long, for how much. */
export function AssistantForm({ stored, choices, cast }: AssistantFormProps) {
  const t = useMessages(modelMessages);
  const say = useProviderRefusal();
  const utils = trpc.useUtils();
  const door = useDoor('ai.update');
  const [typed, setTyped] = useState<AssistantDraft | null>(null);
  const language = useLanguage();
  const [hasTried, setTried] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const draft = typed ?? draftOf(stored, language);
  const problems = hasTried ? problemsOf(draft) : {};
  const change = (wish: Partial<AssistantDraft>) => setTyped({ ...draft, ...wish });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(problemsOf(draft)).length > 0) return;
    const saved = await door.go({ revision: stored.revision, ...wishOf(draft) });
    await utils.invalidate();
    // Refused because a colleague was faster: theirs is shown, and nothing of it is overwritten unseen.
    setTyped(null);
    setSaved(saved !== null);
  };
  const part = { draft, problems, change };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-busy={door.isBusy}>
      <Stack gap={6}>
        <Answers {...part} choices={choices} cast={cast} />
        <Budget {...part} />
        {door.refused !== null && (
          <Notice tone="watch" isLive>
            {reasonOf(door.refused) === 'changed' ? t.stale : say(door.refused)}
          </Notice>
        )}
        <Cluster gap={3}>
          <Button kind="primary" type="submit" isBusy={door.isBusy} disabled={typed === null}>
            {t.save}
          </Button>
          <span role="status">{typed === null && isSaved && <StateMark mark="conform" label={t.saved} size="small" />}</span>
        </Cluster>
      </Stack>
    </form>
  );
}

interface PartProps {
  readonly draft: AssistantDraft;
  readonly problems: ReturnType<typeof problemsOf>;
  change(wish: Partial<AssistantDraft>): void;
}

const TEMPERATURES = ['0.2', '0.7', '1'] as const;

function Answers({ draft, problems, change, choices, cast }: PartProps & Pick<AssistantFormProps, 'choices' | 'cast'>) {
  const t = useMessages(modelMessages);
  const format = useFormat();
  const models = (ability: Ability, own: ModelChoice | null) => [
    { value: '', label: own === null ? t.automatic : t.automaticNow(own.model) },
    ...choices
      .filter(({ abilities }) => abilities.includes(ability))
      .map((one) => ({ value: nameOf(one), label: `${one.model} (${one.providerName})` })),
  ];
  const isKnown = TEMPERATURES.some((one) => one === draft.temperature);
  const words = { '0.2': t.temperature_0_2, '0.7': t.temperature_0_7, '1': t.temperature_1 };
  return (
    <Part title={t.defaults}>
      <Stack gap={5}>
        <SelectField
          label={t.questionModel}
          value={draft.question}
          onChange={(question) => change({ question })}
          options={models('chat', cast.question)}
        />
        <SelectField
          label={t.strongModel}
          hint={t.strongHint}
          value={draft.strong}
          onChange={(strong) => change({ strong })}
          options={models('chat', cast.strong)}
        />
        <SelectField label={t.photoModel} value={draft.photo} onChange={(photo) => change({ photo })} options={models('vision', cast.photo)} />
        <Threshold draft={draft} change={change} />
        <Segmented
          label={t.temperature}
          value={draft.temperature}
          onChange={(temperature) => change({ temperature })}
          options={[
            ...TEMPERATURES.map((value) => ({ value: value as string, label: words[value] })),
            ...(isKnown ? [] : [{ value: draft.temperature, label: t.temperatureOther(format.decimal(draft.temperature)) }]),
          ]}
        />
        <TextField
          label={`${t.longestAnswer} (${t.tokens})`}
          value={draft.longestAnswer}
          onChange={(longestAnswer) => change({ longestAnswer })}
          error={problems['longestAnswer'] === undefined ? undefined : t.longestOdd}
          inputMode="numeric"
          autoComplete="off"
        />
      </Stack>
    </Part>
  );
}

const THRESHOLDS = ['0.5', '0.6', '0.75', '0.9'] as const;

/** From which confidence on a photo's analysis is shown. */
function Threshold({ draft: { photoThreshold }, change }: Omit<PartProps, 'problems'>) {
  const t = useMessages(modelMessages);
  const all = THRESHOLDS.some((one) => one === photoThreshold) ? THRESHOLDS : [...THRESHOLDS, photoThreshold];
  return (
    <SelectField
      label={t.threshold}
      hint={t.thresholdHint}
      value={photoThreshold}
      onChange={(threshold) => change({ photoThreshold: threshold })}
      options={all.map((value) => ({ value, label: t.thresholdOf(String(Math.round(Number(value) * 100))) }))}
    />
  );
}

function Budget({ draft, problems, change }: PartProps) {
  const t = useMessages(modelMessages);
  const field = (name: 'monthlyBudget' | 'monthlyBudgetPerPerson') => (
    <TextField
      label={`${t[name]} (${draft.currency})`}
      hint={name === 'monthlyBudget' ? t.budgetHint : undefined}
      value={draft[name]}
      onChange={(text) => change({ [name]: text })}
      error={problems[name] === undefined ? undefined : t.numberOdd}
      inputMode="decimal"
      autoComplete="off"
    />
  );
  return (
    <Part title={t.budget}>
      <Stack gap={5}>
        <Segmented
          label={t.currency}
          value={draft.currency}
          onChange={(currency) => change({ currency })}
          options={CURRENCIES.map((value) => ({ value, label: value }))}
        />
        {field('monthlyBudget')}
        {field('monthlyBudgetPerPerson')}
      </Stack>
    </Part>
  );
}
