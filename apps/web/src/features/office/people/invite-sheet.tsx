'use client';

import { type Role, roleSchema } from '@heliograph/domain/permission';
import { emailSchema, mayInvite, personNameSchema } from '@heliograph/domain/person';
import { Button, ChoiceButtons, ErrorSummary, Segmented, Sheet, Stack, TextField } from '@heliograph/ui';
import { type FormEvent, useId, useState } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { LANGUAGES, type Language, useLanguage } from '../../../platform/preferences.ts';
import { useSession } from '../../../platform/session.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { useDoor } from '../../../platform/use-door.ts';
import { personWords } from '../../people/words.ts';
import { Refused } from '../shared/refused.tsx';
import { HandedLink, type Link } from './handed-link.tsx';
import { peopleMessages } from './messages.ts';
import { usePersonRefusal } from './person-refusal.ts';

/** Somebody is invited: their name, e-mail and role, then the link to hand over. */
export function InviteSheet({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const t = useMessages(peopleMessages);
  const [link, setLink] = useState<Link | null>(null);
  const close = () => {
    setLink(null);
    onClose();
  };
  return (
    <Sheet title={t.invite} isOpen={isOpen} onClose={close} closeLabel={t.close} side="end">
      {link === null ? (
        <InviteForm onInvited={setLink} />
      ) : (
        <Stack gap={5}>
          <HandedLink link={link} />
          <Button kind="quiet" icon="plus" onClick={() => setLink(null)}>
            {t.another}
          </Button>
        </Stack>
      )}
    </Sheet>
  );
}

interface Draft {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly language: Language;
}

function InviteForm({ onInvited }: { onInvited(link: Link): void }) {
  const t = useMessages(peopleMessages);
  const id = useId();
  const utils = trpc.useUtils();
  const door = useDoor('person.invite');
  const say = usePersonRefusal();
  const [draft, setDraft] = useState<Draft>({ name: '', email: '', role: 'technician', language: useLanguage() });
  const [hasTried, setTried] = useState(false);
  const change = (wish: Partial<Draft>) => setDraft({ ...draft, ...wish });
  const errors = {
    ...(personNameSchema.safeParse(draft.name).success ? {} : { name: t.nameMissing }),
    ...(emailSchema.safeParse(draft.email).success ? {} : { email: t.emailOdd }),
  };
  const shown: { readonly name?: string; readonly email?: string } = hasTried ? errors : {};
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(errors).length > 0) return;
    const link = await door.go(draft);
    if (link === null) return;
    onInvited(link);
    await utils.invalidate();
  };
  const listed = Object.entries(shown).map(([field, message]) => ({ message, href: `#${id}-${field}` }));
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-busy={door.isBusy}>
      <Stack gap={5}>
        {listed.length > 0 && <ErrorSummary title={t.problem} errors={listed} />}
        {door.refused !== null && <Refused>{say(door.refused)}</Refused>}
        <TextField
          id={`${id}-name`}
          label={t.name}
          value={draft.name}
          onChange={(name) => change({ name })}
          error={shown.name}
          autoComplete="off"
          maxLength={120}
        />
        <TextField
          id={`${id}-email`}
          label={t.email}
          value={draft.email}
          onChange={(email) => change({ email })}
          error={shown.email}
          type="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <RoleChoice value={draft.role} onChange={(role) => change({ role })} />
        <LanguageChoice value={draft.language} onChange={(language) => change({ language })} />
        <Button kind="primary" type="submit" isWide isBusy={door.isBusy}>
          {door.isBusy ? t.sending : t.send}
        </Button>
      </Stack>
    </form>
  );
}

/** Only what the person may give. */
function RoleChoice({ value, onChange }: { value: Role; onChange(role: Role): void }) {
  const t = useMessages(peopleMessages);
  const words = useMessages(personWords);
  const session = useSession();
  const mine = session.kind === 'person' ? session.identity.role : 'technician';
  const options = roleSchema.options.filter((role) => mayInvite(mine, role));
  return (
    <ChoiceButtons
      label={t.inviteAs}
      value={value}
      onChange={onChange}
      options={options.map((role) => ({ value: role, label: words[`role_${role}`], detail: t[`role_${role}_text`] }))}
    />
  );
}

function LanguageChoice({ value, onChange }: { value: Language; onChange(language: Language): void }) {
  const t = useMessages(peopleMessages);
  const words = useMessages(personWords);
  return (
    <Segmented
      label={t.inviteLanguage}
      value={value}
      onChange={onChange}
      options={LANGUAGES.map((one) => ({ value: one, label: words[`language_${one}`] }))}
    />
  );
}
