'use client';

import { Notice, Stack } from '@heliograph/ui';
import { useEffect, useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { type SealedWork, sealedWork } from '../../platform/sealed-work.ts';
import { signInWords } from './messages.ts';

/** Whose work still lies on this phone unsent, and how much: names and counts, nothing else of it (decision 5). */
export function Others() {
  const words = useMessages(signInWords);
  const [sealed, setSealed] = useState<readonly SealedWork[]>([]);
  useEffect(() => {
    sealedWork().then(setSealed, () => undefined);
  }, []);
  if (sealed.length === 0) return null;
  return (
    <Notice title={words.waiting}>
      <Stack gap={1}>
        {sealed.map(({ name, records, photos }) => (
          <p key={name}>{words.waitingOf(name, records, photos)}</p>
        ))}
        <p>{words.waitingHelp}</p>
      </Stack>
    </Notice>
  );
}
