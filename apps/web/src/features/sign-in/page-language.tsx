'use client';

import { Segmented } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { LANGUAGE_OPTIONS, prefer, useLanguage } from '../../platform/preferences.ts';
import { signInWords } from './messages.ts';

/** Language of a page that knows nobody yet; whoever then signs in takes it along. */
export function PageLanguage({ isLabelHidden = false }: { isLabelHidden?: boolean }) {
  const words = useMessages(signInWords);
  return (
    <Segmented
      label={words.language}
      isLabelHidden={isLabelHidden}
      options={LANGUAGE_OPTIONS}
      value={useLanguage()}
      onChange={(language) => prefer({ language })}
    />
  );
}
