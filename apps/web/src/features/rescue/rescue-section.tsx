'use client';

import { Button, Cluster, FileButton, Notice, Section, Text } from '@heliograph/ui';
import { useState } from 'react';
import { useField } from '../../platform/field-context.tsx';
import { useIntoSight } from '../../platform/into-sight.ts';
import { useMessages } from '../../platform/messages.ts';
import { wordsOfFault } from './fault-words.ts';
import { fileMessages } from './file-messages.ts';
import { saveRescue } from './save-rescue.ts';

type Said = { readonly tone: 'conform' | 'info' | 'watch'; readonly text: string } | null;

/** Work that leaves this phone by hand, or comes to it. */
export function RescueSection() {
  const t = useMessages(fileMessages);
  const [busy, setBusy] = useState<'save' | 'open' | null>(null);
  const [said, say] = useState<Said>(null);
  const save = useSave();
  const [step, setStep] = useState('');
  const take = useTake(setStep);
  const place = useIntoSight(said === null ? '' : said.text, 'center');
  const run = (what: 'save' | 'open', work: () => Promise<Said>) => {
    setBusy(what);
    say(null);
    setStep('');
    void work()
      .then(say)
      .finally(() => setBusy(null));
  };
  return (
    <Section title={t.title}>
      <Text isSoft>{t.text}</Text>
      <Cluster gap={2}>
        <Button icon="download" isBusy={busy === 'save'} onClick={() => run('save', save)}>
          {busy === 'save' ? t.saving : t.save}
        </Button>
        <FileButton
          icon="upload"
          label={busy === 'open' ? step || t.opening : t.open}
          disabled={busy !== null}
          onFiles={([file]) => file !== undefined && run('open', () => take(file))}
        />
      </Cluster>
      <div ref={place}>
        {said !== null && (
          <Notice tone={said.tone} isLive>
            {said.text}
          </Notice>
        )}
      </div>
    </Section>
  );
}

function useSave(): () => Promise<Said> {
  const t = useMessages(fileMessages);
  const { view, identity } = useField();
  return async () => {
    try {
      const { operations, photos } = await saveRescue({ outbox: view.outbox, identity });
      return operations + photos === 0 ? { tone: 'info', text: t.nothing } : { tone: 'conform', text: t.saved(operations, photos) };
    } catch {
      return { tone: 'watch', text: t.notSaved };
    }
  };
}

/** @param onStep told how far it is, in words */
function useTake(onStep: (said: string) => void): (file: File) => Promise<Said> {
  const t = useMessages(fileMessages);
  const { view, identity, sender } = useField();
  return async (file) => {
    const { DamagedRescue, openRescue, takeRescue } = await import('@heliograph/offline/rescue');
    try {
      const rescue = await openRescue(file);
      const taking = await takeRescue(
        { outbox: view.outbox, owner: { org: identity.org.id, user: identity.user.id }, onPhoto: (done, of) => onStep(t.photoStep(done, of)) },
        rescue,
      );
      if (taking.kind !== 'taken') return { tone: 'watch', text: taking.kind === 'not_yours' ? t.notYours(taking.name) : t.ofOther(taking.name) };
      const { operations, photos } = taking.taken;
      sender.wake('record');
      if (operations + photos === 0) return { tone: 'info', text: t.takenNothing };
      const known = [rescue.head.operations - operations, rescue.head.photos.length - photos] as const;
      const isAllNew = known.every((count) => count === 0);
      return { tone: 'conform', text: isAllNew ? t.taken(operations, photos) : `${t.taken(operations, photos)} ${t.known(...known)}` };
    } catch (error) {
      return { tone: 'watch', text: error instanceof DamagedRescue ? wordsOfFault(t, error.fault) : t.notTaken };
    }
  };
}
