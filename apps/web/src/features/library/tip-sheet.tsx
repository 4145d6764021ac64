'use client';

import type { Ref } from '@heliograph/offline';
import { Sheet, Text } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { libraryMessages } from './messages.ts';

/** One piece of know-how, over whatever is being done. */
export function TipSheet({ tip, onClose }: { tip: Ref<'tip'> | null; onClose(): void }) {
  const t = useMessages(libraryMessages);
  const language = useLanguage();
  return (
    <Sheet title={tip?.title[language] ?? t.tips} isOpen={tip !== null} onClose={onClose} closeLabel={t.close}>
      {tip?.content[language].split('\n').map((paragraph) => (
        <Text key={paragraph}>{paragraph}</Text>
      ))}
    </Sheet>
  );
}
