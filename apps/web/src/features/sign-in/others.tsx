'use client';

import { Notice } from '@heliograph/ui';
import { useEffect, useState } from 'react';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { sealedWork } from '../../platform/sealed-work.ts';
import { signInWords } from './messages.ts';

/** Names of those whose work still lies on this phone unsent: names, nothing else of them (decision 5). */
export function Others() {
  const words = useMessages(signInWords);
  const format = useFormat();
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    sealedWork().then(setNames, () => undefined);
  }, []);
  if (names.length === 0) return null;
  return <Notice title={words.waiting}>{words.waitingHelp(format.list(names))}</Notice>;
}
