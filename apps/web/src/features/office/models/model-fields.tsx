'use client';

import { abilitySchema } from '@heliograph/domain/assistant';
import { Button, CheckButtons, Disclosure, Stack, Switch, TextField } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import { modelMessages } from './messages.ts';
import type { ModelDraft } from './provider-draft.ts';

interface ModelFieldsProps {
  readonly id: string;
  readonly model: ModelDraft;
  readonly isOpen: boolean;
  errorOf(field: string): string | undefined;
  onChange(model: ModelDraft): void;
  onRemove(): void;
}

/** One model of a provider: its name, what it can do, what it costs. */
export function ModelFields({ id, model, isOpen, errorOf, onChange, onRemove }: ModelFieldsProps) {
  const t = useMessages(modelMessages);
  const change = (wish: Partial<ModelDraft>) => onChange({ ...model, ...wish });
  const number = (field: 'priceIn' | 'priceOut' | 'contextLength') => (
    <TextField
      id={`${id}-${model.key}-${field}`}
      label={t[field]}
      value={model[field]}
      onChange={(text) => change({ [field]: text })}
      error={errorOf(`${model.key}-${field}`)}
      inputMode="decimal"
      autoComplete="off"
    />
  );
  return (
    <Disclosure summary={model.name.trim() || t.newModel} aside={model.isOn ? undefined : t.off} isOpen={isOpen}>
      <Stack gap={4}>
        <TextField
          id={`${id}-${model.key}-name`}
          label={t.modelName}
          value={model.name}
          onChange={(name) => change({ name })}
          error={errorOf(`${model.key}-name`)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={120}
        />
        <CheckButtons
          label={t.abilities}
          values={[...model.abilities]}
          onChange={(abilities) => change({ abilities })}
          options={abilitySchema.options.map((value) => ({ value, label: t[`ability_${value}`] }))}
        />
        {number('priceIn')}
        {number('priceOut')}
        {number('contextLength')}
        <Switch label={t.modelOn} isOn={model.isOn} onChange={(isOn) => change({ isOn })} />
        <Button kind="quiet" tone="stop" icon="trash" onClick={onRemove}>
          {t.removeModel}
        </Button>
      </Stack>
    </Disclosure>
  );
}
