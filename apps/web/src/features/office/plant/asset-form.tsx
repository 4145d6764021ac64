'use client';

import { attributeField, equipmentTypes, lineage, mayHangBelow, patternOf } from '@heliograph/domain';
import { Button, Disclosure, Section, SelectField, Stack, TextField } from '@heliograph/ui';
import { type FormEvent, useId } from 'react';
import { common } from '../../../platform/messages/common.ts';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import { reasonOf } from '../../../platform/use-door.ts';
import { FormProblems } from '../shared/form-problems.tsx';
import { AssetPicker } from './asset-picker.tsx';
import { plantMessages } from './messages.ts';
import { type AssetItem, fieldsFor, inherited, type Plant, typeName } from './plant.ts';
import { type AssetForm as Form, useAssetForm, useAssetRefusal } from './use-asset-form.ts';

interface AssetFormProps {
  readonly plant: Plant;
  readonly asset: AssetItem | null;
  readonly below: AssetItem | null;
  onSaved(asset: AssetItem): void;
}

/** One position of the plant: what it is, where it hangs, its number, its attributes. */
export function AssetForm(props: AssetFormProps) {
  const t = useMessages(plantMessages);
  const id = useId();
  const form = useAssetForm(props);
  const { plant, asset } = props;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.save();
  };
  return (
    <form onSubmit={submit} noValidate aria-busy={form.isBusy}>
      <Stack gap={5}>
        <Said form={form} id={id} onTake={props.onSaved} timeZone={plant.site.timeZone} />
        <Identity form={form} id={id} plant={plant} asset={asset} />
        <Attributes form={form} id={id} plant={plant} />
        <Button kind="primary" type="submit" isWide isBusy={form.isBusy}>
          {asset === null ? t.create : t.save}
        </Button>
      </Stack>
    </form>
  );
}

interface PartProps {
  readonly form: Form;
  readonly id: string;
  readonly plant: Plant;
}

function Identity({ form, id, plant, asset }: PartProps & { asset: AssetItem | null }) {
  const t = useMessages(plantMessages);
  const language = useLanguage();
  const { draft, problems, proposed } = form;
  const errorOf = (name: string) => (problems[name] === undefined ? undefined : t[problems[name]]);
  const types = [...new Set([draft.type, ...equipmentTypes.map(({ code }) => code)])];
  const field = (name: 'name' | 'code' | 'serial' | 'position' | 'pattern') => ({
    ...{ id: `${id}-${name}`, label: t[name], value: draft[name], error: errorOf(name), autoComplete: 'off' },
    onChange: (value: string) => form.type({ [name]: value }),
  });
  return (
    <>
      <SelectField
        label={t.type}
        value={draft.type}
        onChange={(type) => form.type({ type })}
        options={types.map((value) => ({ value, label: typeName(value, language) }))}
      />
      <AssetPicker
        id={`${id}-parent`}
        label={t.parent}
        plant={plant}
        value={draft.parent}
        noneLabel={t.directly}
        error={errorOf('parent')}
        accepts={(one) =>
          mayHangBelow(draft.type, one.type) && !(asset !== null && lineage(plant.tree, one.id).some(({ id: at }) => at === asset.id))
        }
        onChange={(parent) => form.type({ parent })}
      />
      <TextField
        {...field('code')}
        hint={asset !== null ? undefined : proposed === null ? t.codeNone : t.codeProposed(proposed)}
        maxLength={64}
        spellCheck={false}
      />
      {asset === null && (
        <Disclosure summary={t.pattern} isOpen={problems['pattern'] !== undefined}>
          <TextField
            {...field('pattern')}
            isLabelHidden
            hint={t.patternHint}
            placeholder={patternOf(draft.type)}
            maxLength={100}
            spellCheck={false}
          />
        </Disclosure>
      )}
      <TextField {...field('name')} hint={asset === null ? t.nameProposed : undefined} maxLength={200} />
      <TextField {...field('serial')} maxLength={100} spellCheck={false} />
      <TextField {...field('position')} inputMode="numeric" />
    </>
  );
}

function Attributes({ form, id, plant }: PartProps) {
  const t = useMessages(plantMessages);
  const { draft, problems, labelOf } = form;
  const above = inherited(plant.tree, draft.parent);
  const { known, other } = fieldsFor(draft.type, draft.attributes);
  return (
    <Section title={t.attributes}>
      <Stack gap={4}>
        {[...known.map(({ name }) => name), ...other].map((name) => {
          const problem = problems[`attributes.${name}`];
          const from = above.get(name);
          return (
            <TextField
              key={name}
              id={`${id}-attributes.${name}`}
              label={labelOf(name)}
              hint={from === undefined ? undefined : t.inherited(from.value, from.from)}
              error={problem === undefined ? undefined : t[problem]}
              inputMode={attributeField(name)?.kind === 'decimal' ? 'decimal' : 'text'}
              autoComplete="off"
              maxLength={200}
              value={draft.attributes[name] ?? ''}
              onChange={(value) => form.write(name, value)}
            />
          );
        })}
      </Stack>
    </Section>
  );
}

interface SaidProps {
  readonly form: Form;
  readonly id: string;
  readonly timeZone: string;
  onTake(asset: AssetItem): void;
}

/** What stands in the way, before the fields. */
function Said({ form, id, timeZone, onTake }: SaidProps) {
  const t = useMessages(plantMessages);
  const { said } = useMessages(common);
  const own = useAssetRefusal();
  const { refused, theirs, problems, labelOf } = form;
  const wrong = Object.entries(problems);
  return (
    <FormProblems
      errors={wrong.map(([name, problem]) => ({ message: said(labelOf(name.replace('attributes.', '')), t[problem]), href: `#${id}-${name}` }))}
      refused={refused}
      explain={own}
      clash={
        refused !== null && reasonOf(refused) === 'changed' && theirs !== null
          ? { differences: form.differences, timeZone, onKeep: () => void form.save(theirs.revision), onTake: () => onTake(theirs) }
          : undefined
      }
    />
  );
}
