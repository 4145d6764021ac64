'use client';

import { Sheet } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { scanMessages } from './messages.ts';
import { ScannerView } from './scanner-view.tsx';

interface ScannerProps {
  /** As it was read or typed: see `labelCode` for what it says. */
  onCode(code: string, isTyped: boolean): void;
  onClose(): void;
}

/** Reads a label over the present screen. It stays open until whoever asked for a code takes it away. */
export function Scanner({ onCode, onClose }: ScannerProps) {
  const t = useMessages(scanMessages);
  return (
    <Sheet title={t.title} isOpen onClose={onClose} closeLabel={t.close}>
      <ScannerView onCode={onCode} />
    </Sheet>
  );
}
