import { Button, Cluster } from '@heliograph/ui';
import { useEffect, useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { qrMessages } from './messages.ts';

const SAID_FOR_MS = 4000;

/** Takes a text to the clipboard, and says so. Where there is no clipboard (no https), the text stands beside it to be marked by hand. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const t = useMessages(qrMessages);
  const [said, say] = useState<'copied' | 'byHand' | null>(null);
  useEffect(() => {
    if (said !== 'copied') return;
    const timer = setTimeout(() => say(null), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      say('copied');
    } catch {
      say('byHand');
    }
  };
  return (
    <Cluster gap={3}>
      <Button kind="action" icon={said === 'copied' ? 'check' : 'copy'} onClick={() => void copy()}>
        {label}
      </Button>
      <span role="status">{said === null ? '' : t[said]}</span>
    </Cluster>
  );
}
