'use client';

import type { Rescue } from '@heliograph/offline/rescue';
import { Button, Facts, FileButton, Notice, Sheet, Stack, Text } from '@heliograph/ui';
import { useState } from 'react';
import { useFormat } from '../../../platform/format.ts';
import { common } from '../../../platform/messages/common.ts';
import { useMessages } from '../../../platform/messages.ts';
import { useSession } from '../../../platform/session.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { wordsOfFault } from '../../rescue/fault-words.ts';
import { fileMessages } from '../../rescue/file-messages.ts';
import { type HandedIn, handInFile } from './hand-in-file.ts';
import { fleetMessages } from './messages.ts';

type Opened = { readonly kind: 'file'; readonly rescue: Rescue } | { readonly kind: 'refused'; readonly text: string };

/** A phone that cannot send, and its work in a file: handed in at the desk, under its author's name. */
export function HandIn() {
  const t = useMessages(fleetMessages);
  const words = useMessages(common);
  const [opened, setOpened] = useState<Opened | null>(null);
  const open = useOpen();
  return (
    <>
      <FileButton icon="upload" label={t.handIn} onFiles={([file]) => file !== undefined && void open(file).then(setOpened)} />
      <Sheet title={t.handInTitle} isOpen={opened !== null} onClose={() => setOpened(null)} closeLabel={words.close} side="end">
        {opened?.kind === 'refused' && (
          <Notice tone="watch" isLive>
            {opened.text}
          </Notice>
        )}
        {opened?.kind === 'file' && <Handing rescue={opened.rescue} />}
      </Sheet>
    </>
  );
}

function useOpen(): (file: File) => Promise<Opened> {
  const t = useMessages(fleetMessages);
  const words = useMessages(fileMessages);
  const session = useSession();
  return async (file) => {
    const { DamagedRescue, openRescue } = await import('@heliograph/offline/rescue');
    try {
      const rescue = await openRescue(file);
      const isOurs = session.kind === 'person' && session.identity.org.id === rescue.head.org;
      return isOurs ? { kind: 'file', rescue } : { kind: 'refused', text: t.ofOther };
    } catch (error) {
      if (error instanceof DamagedRescue) return { kind: 'refused', text: wordsOfFault(words, error.fault) };
      throw error;
    }
  };
}

function Handing({ rescue }: { rescue: Rescue }) {
  const t = useMessages(fleetMessages);
  const format = useFormat();
  const utils = trpc.useUtils();
  const [state, setState] = useState<'asked' | 'going' | 'failed' | HandedIn>('asked');
  const { head } = rescue;
  const go = () => {
    setState('going');
    void handInFile(rescue)
      .then(setState, () => setState('failed'))
      .then(() => utils.invalidate());
  };
  return (
    <Stack gap={5}>
      <Facts
        items={[
          { label: t.of, value: head.name },
          { label: t.contents, value: `${t.records(head.operations)}, ${t.photos(head.photos.length)}` },
          { label: t.made, value: format.moment(head.made) },
        ]}
      />
      {typeof state === 'object' ? (
        <Handed {...state} />
      ) : (
        <>
          {state === 'failed' && (
            <Notice tone="watch" isLive>
              {t.handFailed}
            </Notice>
          )}
          <Text isSoft>{t.handInText}</Text>
          <Button kind="primary" isWide isBusy={state === 'going'} onClick={go}>
            {state === 'going' ? t.handingIn : t.handInDo}
          </Button>
        </>
      )}
    </Stack>
  );
}

/** What this file brought, and what it did not need to. */
function Handed({ applied, photos, known, aside }: HandedIn) {
  const t = useMessages(fleetMessages);
  const words = useMessages(fileMessages);
  return (
    <Notice tone="conform" title={applied + photos > 0 ? t.handed(applied, photos) : t.handedNothing} isLive>
      {known.records + known.photos > 0 && <Text>{words.known(known.records, known.photos)}</Text>}
      {aside > 0 && <Text>{t.aside(aside)}</Text>}
    </Notice>
  );
}
