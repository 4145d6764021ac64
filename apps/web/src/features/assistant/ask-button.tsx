'use client';

import type { AskingContext } from '@heliograph/domain/assistant';
import { Button } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { askingAbout } from './ask-link.ts';
import { askMessages } from './ask-messages.ts';

interface AskButtonProps {
  readonly home: '/app/assistant' | '/office/assistant';
  readonly context: AskingContext;
  readonly kind?: 'action' | 'quiet';
}

/** The door to the assistant from whatever is in hand. */
export function AskButton({ home, context, kind = 'action' }: AskButtonProps) {
  const t = useMessages(askMessages);
  return (
    <Button kind={kind} icon="chat" href={askingAbout(home, context)}>
      {t.ask}
    </Button>
  );
}
