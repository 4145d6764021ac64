'use client';

import type { Rescue } from '@heliograph/offline/rescue';
import { Button, Facts, FileButton, Notice, ProgressBar, Sheet, Stack, Text } from '@heliograph/ui';
import { useState } from 'react';
import { useFormat } from '../../../platform/format.ts';
import { common } from '../../../platform/messages/common.ts';
import { useMessages } from '../../../platform/messages.ts';
import { useSession } from '../../../platform/session.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { wordsOfFault } from '../../rescue/fault-words.ts';
import { fileMessages } from '../../rescue/file-messages.ts';
import { type HandedIn, handInFile, type Progress } from './hand-in-file.ts';
import { fleetMessages } from './messages.ts';

type Opened = { readonly kind: 'file'; readonly rescue: Rescue } | { readonly kind: 'refused'; readonly text: string };

/** A phone that cannot send, and its work in a file: handed in at the desk, under its author's name. */
export function HandIn() {
  const t = useMessages(fleetMessages);
  const words = useMessages(common);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [isReading, setReading] = useState(false);
  const open = useOpen();
  const choose = (file: File) => {
    setReading(true);
    void open(file)
      .then(setOpened)
      .finally(() => setReading(false));
  };
  return (
    <>
      <FileButton
        icon="upload"
        label={isReading ? t.opening : t.handIn}
        disabled={isReading}
        onFiles={([file]) => file !== undefined && choose(file)}
      />
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
      // A file that the browser lost sight of meanwhile is no damaged one (H11).
      return { kind: 'refused', text: error instanceof DamagedRescue ? wordsOfFault(words, error.fault) : t.notRead };
    }
  };
}

function Handing({ rescue }: { rescue: Rescue }) {
  const t = useMessages(fleetMessages);
  const format = useFormat();
  const utils = trpc.useUtils();
  const [state, setState] = useState<'asked' | 'going' | 'failed' | HandedIn>('asked');
  const [progress, setProgress] = useState<Progress>({ done: 0, total: 1 });
  const { head } = rescue;
  const go = () => {
    setState('going');
    void handInFile(rescue, setProgress)
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
          {state === 'going' && <ProgressBar {...progress} label={t.progress(format.number(progress.done), format.number(progress.total))} />}
          <Button kind="primary" isWide isBusy={state === 'going'} onClick={go}>
            {state === 'going' ? t.handingIn : t.handInDo}
          </Button>
        </>
      )}
    </Stack>
  );
}

/** What this file brought, and what it did not need to. */
function Handed({ applied, photos, known, notTaken, aside }: HandedIn) {
  const t = useMessages(fleetMessages);
  const words = useMessages(fileMessages);
  return (
    <Notice tone={aside + notTaken > 0 ? 'watch' : 'conform'} title={applied + photos > 0 ? t.handed(applied, photos) : t.handedNothing} isLive>
      {known.records + known.photos > 0 && <Text>{words.known(known.records, known.photos)}</Text>}
      {aside > 0 && <Text>{t.aside(aside)}</Text>}
      {notTaken > 0 && <Text>{t.notTaken(notTaken)}</Text>}
    </Notice>
  );
}
