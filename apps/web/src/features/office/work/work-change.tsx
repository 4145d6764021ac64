'use client';

import { procedureHashSchema, type UserId } from '@heliograph/domain';
import { Button, Stack, Text, TextField } from '@heliograph/ui';
import { type FormEvent, useId, useState } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { useSameOperation } from '../../../platform/same-act.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { useDoor } from '../../../platform/use-door.ts';
import { isDay } from '../shared/days.ts';
import type { Assignment } from './days.ts';
import { GivenRefusal } from './given-refusal.tsx';
import { workMessages } from './messages.ts';
import { useGivenRefusal } from './use-given-refusal.ts';
import { PeopleChoice } from './work-choices.tsx';

interface WorkChangeProps {
  readonly work: Assignment;
  onDone(): void;
}

/** Somebody is away, or it rains: the same work for other people, another day, with another note. */
export function WorkChange({ work, onDone }: WorkChangeProps) {
  const t = useMessages(workMessages);
  const id = useId();
  const utils = trpc.useUtils();
  const door = useDoor('assignment.change');
  const operationOf = useSameOperation();
  const refusal = useGivenRefusal(door.refused);
  const [people, setPeople] = useState<readonly UserId[]>(() => work.people.map((person) => person.id));
  const [day, setDay] = useState(work.day);
  const [note, setNote] = useState(work.note ?? '');
  const [isTried, setTried] = useState(false);
  const save = async (openSite = false) => {
    setTried(true);
    if (people.length === 0 || !isDay(day)) return;
    const said = note.trim() === '' ? {} : { note: note.trim() };
    const wish = { id: work.id, personIds: [...people], day, ...said };
    const done = await door.go({ ...wish, seen: work.head, openSite, operation: operationOf(wish) });
    await utils.invalidate();
    if (done !== null) onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <form onSubmit={submit} noValidate aria-busy={door.isBusy}>
      <Stack gap={5}>
        {refusal && <GivenRefusal refusal={refusal} siteName={work.site.name} isBusy={door.isBusy} onOpenSite={() => void save(true)} />}
        <PeopleChoice
          id={`${id}-people`}
          draft={{ procedure: procedureHashSchema.parse(work.procedure.hash), site: work.site.id, day, people }}
          already={work.people}
          error={isTried && people.length === 0 ? t.peopleNeeded : undefined}
          onChange={setPeople}
        />
        <TextField label={t.day} type="date" value={day} error={isTried && !isDay(day) ? t.dayNeeded : undefined} onChange={setDay} />
        <TextField isMultiline label={t.note} hint={t.noteHint} maxLength={4000} value={note} onChange={setNote} />
        <Text kind="small" isSoft>
          {t.changeSafe}
        </Text>
        <Button kind="primary" type="submit" isWide isBusy={door.isBusy}>
          {t.saveChange}
        </Button>
      </Stack>
    </form>
  );
}
