'use client';

import { SelectField, Stack, TextField } from '@heliograph/ui';
import { useField, useRefs } from '../../platform/field-context.tsx';
import { useIntoSight } from '../../platform/into-sight.ts';
import { useMessages } from '../../platform/messages.ts';
import { startMessages } from './messages.ts';
import type { Second } from './start-entries.ts';
import type { StartForm } from './use-start.ts';

/** The second person may come later: then hold points wait for them. */
export function SecondChoice({ form, needed }: { form: StartForm; needed: number }) {
  const t = useMessages(startMessages);
  const { user } = useField().identity;
  const place = useIntoSight(form.problem === 'second' ? String(form.tries) : '');
  const colleagues = (useRefs('person') ?? []).filter(({ id }) => id !== user.id);
  const options = [
    { value: NOBODY, label: t.nobody },
    ...colleagues.map(({ id, name }) => ({ value: id as string, label: name })),
    { value: NAMED, label: t.somebodyElse },
  ];
  const choose = (value: string) => {
    const colleague = colleagues.find(({ id }) => id === value);
    if (colleague !== undefined) form.chooseSecond({ kind: 'colleague', user: colleague.id, name: colleague.name });
    else form.chooseSecond(value === NAMED ? { kind: 'named', name: '' } : { kind: 'nobody' });
  };
  return (
    <div ref={place}>
      <Stack gap={3}>
        <SelectField label={t.second} hint={t.secondHint(needed)} options={options} value={choiceOf(form.second)} onChange={choose} />
        {form.second.kind === 'named' && (
          <TextField
            label={t.secondName}
            error={form.problem === 'second' ? t.secondNameMissing : undefined}
            value={form.second.name}
            onChange={(name) => form.chooseSecond({ kind: 'named', name })}
            autoComplete="off"
            maxLength={200}
          />
        )}
      </Stack>
    </div>
  );
}

const NOBODY = 'nobody';
const NAMED = 'named';
const choiceOf = (second: Second): string => (second.kind === 'colleague' ? second.user : second.kind);
