'use client';

import { Button, Notice, Stack, Text, TextField } from '@heliograph/ui';
import { type FormEvent, useState } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { navigate, pathTo } from '../../../platform/router.ts';
import { useDoor } from '../../../platform/use-door.ts';
import { procedureMessages } from './messages.ts';
import { useProcedureRefusal } from './procedure-refusal.ts';

/** A new draft by its title; everything else is written in the editor. */
export function NewProcedure() {
  const t = useMessages(procedureMessages);
  const refusal = useProcedureRefusal();
  const create = useDoor('procedure.create');
  const [{ fr, en }, setTitle] = useState({ fr: '', en: '' });
  const [isTried, setTried] = useState(false);
  const isBlank = `${fr}${en}`.trim() === '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isBlank) return;
    const made = await create.go({ title: { fr: fr.trim(), en: en.trim() } });
    if (made !== null) navigate(pathTo('/office/procedures/:code/edit', { code: made.slug }));
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-busy={create.isBusy}>
      <Stack gap={5}>
        <Text>{t.addText}</Text>
        {create.refused !== null && (
          <Notice tone="watch" isLive>
            {refusal(create.refused)}
          </Notice>
        )}
        <TextField
          label={t.titleFr}
          value={fr}
          onChange={(text) => setTitle({ fr: text, en })}
          error={isTried && isBlank ? t.titleNeeded : undefined}
          maxLength={200}
          lang="fr"
        />
        <TextField label={t.titleEn} value={en} onChange={(text) => setTitle({ fr, en: text })} maxLength={200} lang="en" />
        <Button kind="primary" type="submit" isWide isBusy={create.isBusy}>
          {t.create}
        </Button>
      </Stack>
    </form>
  );
}
