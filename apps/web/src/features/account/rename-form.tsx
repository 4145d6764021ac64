'use client';

import { personNameSchema } from '@heliograph/domain/person';
import { Button, Cluster, Stack, StateMark, TextField } from '@heliograph/ui';
import { type FormEvent, useState } from 'react';
import { common } from '../../platform/messages/common.ts';
import { useRefusal } from '../../platform/messages/refusals.ts';
import { useMessages } from '../../platform/messages.ts';
import { refresh } from '../../platform/session.ts';
import { useDoor } from '../../platform/use-door.ts';
import { accountMessages } from './messages.ts';

/** What the person is called here. */
export function RenameForm({ name }: { name: string }) {
  const t = useMessages(accountMessages);
  const words = useMessages(common);
  const refusal = useRefusal();
  const door = useDoor('auth.rename');
  const [typed, setTyped] = useState(name);
  const [isSaved, setSaved] = useState(false);
  const [error, setError] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSaved(false);
    const parsed = personNameSchema.safeParse(typed);
    setError(parsed.success ? undefined : t.nameMissing);
    if (!parsed.success || (await door.go({ name: parsed.data })) === null) return;
    setSaved(true);
    await refresh();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-busy={door.isBusy}>
      <Stack gap={3}>
        <TextField
          label={t.name}
          hint={t.nameHint}
          value={typed}
          onChange={setTyped}
          autoComplete="name"
          maxLength={120}
          error={error ?? (door.refused === null ? undefined : refusal(door.refused))}
        />
        <Cluster gap={3}>
          <Button kind="action" type="submit" isBusy={door.isBusy} disabled={typed.trim() === name}>
            {words.save}
          </Button>
          <span role="status">{isSaved && <StateMark mark="conform" label={t.renamed} size="small" />}</span>
        </Cluster>
      </Stack>
    </form>
  );
}
