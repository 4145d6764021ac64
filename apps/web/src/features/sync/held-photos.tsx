'use client';

import { Button, Notice } from '@heliograph/ui';
import { useField, useLocalView } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { useReadable } from '../../platform/readable.ts';
import { heldPhotosMessages } from './held-photos-messages.ts';

/** Why photos stay here although the records went, and the way to let them go all the same. */
export function HeldPhotos() {
  const t = useMessages(heldPhotosMessages);
  const { arePhotosHeld, sendPhotosNow } = useField();
  const waiting = useLocalView((view) => view.unsent)?.photos ?? 0;
  if (!useReadable(arePhotosHeld) || waiting === 0) return null;
  return (
    <Notice title={t.title(waiting)} action={<Button onClick={sendPhotosNow}>{t.sendAnyway}</Button>}>
      {t.text}
    </Notice>
  );
}
