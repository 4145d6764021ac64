'use client';

import { type ProviderKind, providerKindSchema } from '@heliograph/domain/assistant';
import { Button, ErrorSummary, Section, SelectField, Stack, Switch, Text, TextField } from '@heliograph/ui';
import { type FormEvent, useId } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import { Refused } from '../shared/refused.tsx';
import { modelMessages } from './messages.ts';
import { ModelFields } from './model-fields.tsx';
import { newProvider, type Provider, type ProviderDraft, withAddress } from './provider-draft.ts';
import { useProvider, useProviderRefusal } from './use-provider.ts';

interface ProviderFormProps {
  readonly begun: ProviderDraft;
  /** What is stored of it; null for one to come. */
  readonly stored: Provider | null;
  onSaved(): void;
}

/** A provider: where it is, its key, its models. */
export function ProviderForm({ begun, stored, onSaved }: ProviderFormProps) {
  const t = useMessages(modelMessages);
  const id = useId();
  const say = useProviderRefusal();
  const editing = useProvider(begun, onSaved);
  const { draft, problems, change } = editing;
  const errorOf = (field: string) => {
    const problem = problems[field];
    return problem === undefined ? undefined : t[problem];
  };
  const errors = Object.entries(problems).map(([field, problem]) => ({ message: t[problem], href: `#${id}-${field}` }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void editing.save();
  };
  return (
    <form onSubmit={submit} noValidate aria-busy={editing.isBusy}>
      <Stack gap={5}>
        {/* Anew with each try, and not while one mends: it takes the focus. */}
        {errors.length > 0 && <ErrorSummary key={editing.tries} title={t.problem} errors={errors} />}
        {editing.refused !== null && <Refused>{say(editing.refused)}</Refused>}
        <Where id={id} draft={draft} stored={stored} change={change} errorOf={errorOf} />
        <Section title={t.models} level={3}>
          <Stack gap={3}>
            <Text kind="small" isSoft>
              {t.modelsText}
            </Text>
            {draft.models.map((model) => (
              <ModelFields
                key={model.key}
                {...{ id, model, errorOf }}
                isOpen={model.key === editing.newest || Object.keys(problems).some((field) => field.startsWith(model.key))}
                onChange={editing.changeModel}
                onRemove={() => editing.removeModel(model.key)}
              />
            ))}
            <Button kind="action" icon="plus" onClick={editing.addModel}>
              {t.addModel}
            </Button>
          </Stack>
        </Section>
        <Button kind="primary" type="submit" isWide isBusy={editing.isBusy}>
          {t.save}
        </Button>
      </Stack>
    </form>
  );
}

interface WhereProps {
  readonly id: string;
  readonly draft: ProviderDraft;
  readonly stored: Provider | null;
  change(wish: Partial<ProviderDraft>): void;
  errorOf(field: string): string | undefined;
}

function Where({ id, draft, stored, change, errorOf }: WhereProps) {
  const t = useMessages(modelMessages);
  const language = useLanguage();
  const pick = (kind: ProviderKind) => change(stored === null ? { ...newProvider(kind, t[`kind_${kind}`], language), key: draft.key } : { kind });
  const technical = { autoComplete: 'off', autoCapitalize: 'none', spellCheck: false } as const;
  return (
    <Stack gap={4}>
      <SelectField
        label={t.kind}
        value={draft.kind}
        onChange={(kind) => pick(providerKindSchema.parse(kind))}
        options={providerKindSchema.options.map((value) => ({ value, label: t[`kind_${value}`] }))}
      />
      <TextField id={`${id}-name`} label={t.name} value={draft.name} onChange={(name) => change({ name })} error={errorOf('name')} maxLength={80} />
      <TextField
        id={`${id}-baseUrl`}
        label={t.address}
        hint={draft.kind === 'azure' ? t.addressHint_azure : draft.kind === 'other' ? t.addressHint_other : undefined}
        value={draft.baseUrl}
        onChange={(address) => change(withAddress(draft, address))}
        error={errorOf('baseUrl')}
        type="url"
        {...technical}
      />
      {draft.kind === 'azure' && (
        <TextField
          id={`${id}-apiVersion`}
          label={t.apiVersion}
          value={draft.apiVersion}
          onChange={(apiVersion) => change({ apiVersion })}
          error={errorOf('apiVersion')}
          {...technical}
        />
      )}
      <TextField
        label={t.key}
        hint={stored?.isKeyLost ? t.keyUnreadable : stored?.hasKey ? t.keyKept(stored.keyEnd) : t.keyHint}
        value={draft.key}
        onChange={(key) => change({ key: key.trim() })}
        type="password"
        {...technical}
        autoComplete="new-password"
      />
      <Switch label={t.on} isOn={draft.isOn} onChange={(isOn) => change({ isOn })} />
    </Stack>
  );
}
