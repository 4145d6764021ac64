'use client';

import { Sheet } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { AskingForm } from './asking-form.tsx';
import { assistantMessages } from './messages.ts';
import type { Asking, Taste } from './use-asking.ts';

interface AskingSheetProps {
  readonly asking: Asking;
  readonly isOpen: boolean;
  prefer(taste: Taste): Promise<void>;
  onClose(): void;
}

/** Which models answer, and how, over the conversation in hand. */
export function AskingSheet({ asking, prefer, isOpen, onClose }: AskingSheetProps) {
  const t = useMessages(assistantMessages);
  return (
    <Sheet title={t.settings} isOpen={isOpen} onClose={onClose} closeLabel={t.close}>
      <AskingForm asking={asking} prefer={prefer} onDone={onClose} />
    </Sheet>
  );
}
