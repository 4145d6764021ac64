'use client';

import { roleSchema } from '@heliograph/domain/permission';
import { Button, Cluster, Notice, Segmented, SelectField, Stack, StateMark, TextField } from '@heliograph/ui';
import { type FormEvent, useState } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { LANGUAGES } from '../../../platform/preferences.ts';
import type { Output } from '../../../platform/rpc.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { reasonOf, useDoor } from '../../../platform/use-door.ts';
import { Part } from '../../people/part.tsx';
import { personWords } from '../../people/words.ts';
import { ChangedMeanwhile } from '../shared/changed-meanwhile.tsx';
import { standingOf, type Typed } from '../shared/edited.ts';
import { CertificationsEditor } from './certifications-editor.tsx';
import { peopleMessages } from './messages.ts';
import { changedFields, type FieldName, type PersonDraft, problemsOf, wishOf } from './person-draft.ts';
import { usePersonRefusal } from './person-refusal.ts';

type PersonItem = Output<'person.get'>['person'];

/** Name, role, language and certifications: what was on screen when it was opened, and what is typed over it. */
export function PersonForm({ person }: { person: PersonItem }) {
  const t = useMessages(peopleMessages);
  const editing = useEditing(person);
  const { draft, change, problems, door, isSaved } = editing;
  const say = usePersonRefusal();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void editing.save();
  };
  return (
    <form onSubmit={submit} noValidate aria-busy={door.isBusy}>
      <Stack gap={6}>
        <Part title={t.profile}>
          <Profile draft={draft} change={change} nameError={problems.includes('nameMissing') ? t.nameMissing : undefined} />
        </Part>
        <Part title={t.certifications}>
          <CertificationsEditor
            value={draft.certifications}
            error={problems.includes('codeMissing') ? t.codeMissing : undefined}
            onChange={(certifications) => change({ certifications })}
          />
        </Part>
        {editing.isOvertaken && <Overtaken person={person} editing={editing} />}
        {editing.refused !== null && !editing.isOvertaken && (
          <Notice tone="watch" isLive>
            {say(editing.refused)}
          </Notice>
        )}
        <Cluster gap={3}>
          <Button kind="primary" type="submit" isBusy={door.isBusy} disabled={!editing.isChanged}>
            {t.save}
          </Button>
          {editing.isChanged && (
            <Button kind="quiet" onClick={editing.restore}>
              {t.reset}
            </Button>
          )}
          <span role="status">{isSaved && !editing.isChanged && <StateMark mark="conform" label={t.saved} size="small" />}</span>
        </Cluster>
      </Stack>
    </form>
  );
}

interface ProfileProps {
  readonly draft: PersonDraft;
  change(wish: Partial<PersonDraft>): void;
  readonly nameError: string | undefined;
}

function Profile({ draft, change, nameError }: ProfileProps) {
  const t = useMessages(peopleMessages);
  const words = useMessages(personWords);
  return (
    <Stack gap={5}>
      <TextField label={t.name} value={draft.name} onChange={(name) => change({ name })} error={nameError} autoComplete="off" maxLength={120} />
      <SelectField
        label={t.role}
        hint={t.roleHint}
        value={draft.role}
        onChange={(role) => change({ role })}
        options={roleSchema.options.map((value) => ({ value, label: words[`role_${value}`] }))}
      />
      <Segmented
        label={t.language}
        value={draft.language}
        onChange={(language) => change({ language })}
        options={LANGUAGES.map((value) => ({ value, label: words[`language_${value}`] }))}
      />
    </Stack>
  );
}

/** What is stored now beside what was typed. */
function Overtaken({ person, editing }: { person: PersonItem; editing: ReturnType<typeof useEditing> }) {
  const t = useMessages(peopleMessages);
  const words = useMessages(personWords);
  const said: Readonly<Record<FieldName, (draft: PersonDraft) => string>> = {
    name: ({ name }) => name,
    role: ({ role }) => words[`role_${role}`],
    language: ({ language }) => words[`language_${language}`],
    certifications: ({ certifications }) => certifications.map(({ code, expires }) => [code, expires].filter(Boolean).join(' → ')).join(', ') || '–',
  };
  return (
    <ChangedMeanwhile
      differences={editing.mine.map((key) => ({
        key,
        label: t[key],
        theirs: said[key](person),
        mine: said[key](editing.draft),
      }))}
      isBusy={editing.door.isBusy}
      onKeepMine={() => void editing.save()}
      onTakeTheirs={editing.restore}
    />
  );
}

function useEditing(person: PersonItem) {
  const utils = trpc.useUtils();
  const door = useDoor('person.update');
  const [typed, setTyped] = useState<Typed<PersonItem, PersonDraft> | null>(null);
  const [problems, setProblems] = useState<ReturnType<typeof problemsOf>>([]);
  const [isSaved, setSaved] = useState(false);
  const isRefused = reasonOf(door.refused) === 'changed';
  const { begun, draft, mine, isThere, isOvertaken } = standingOf<PersonDraft, PersonItem, FieldName>({
    ...{ stored: person, typed, isRefused, changedFields },
  });
  const isOver = isRefused && mine.length === 0;
  return {
    ...{ draft, problems, door, isOvertaken, mine },
    isSaved: isSaved || isThere,
    refused: isOver ? null : door.refused,
    isChanged: mine.length > 0,
    change: (wish: Partial<PersonDraft>) => {
      if (isOver) door.forget();
      setSaved(false);
      setTyped({ begun, draft: { ...draft, ...wish } });
    },
    restore: () => {
      door.forget();
      setProblems([]);
      setTyped(null);
    },
    save: async () => {
      const found = problemsOf(draft);
      setProblems(found);
      if (found.length > 0) return;
      // Once both versions were shown, the decision is made on what is stored now; what a colleague changed beside it stays theirs.
      const { revision } = isOvertaken ? person : begun;
      const answer = await door.go({ id: person.id, revision, ...wishOf(begun, draft) });
      await utils.invalidate();
      if (answer === null) return;
      setTyped(null);
      setSaved(true);
    },
  };
}
