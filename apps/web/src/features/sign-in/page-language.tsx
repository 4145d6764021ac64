'use client';

import { Segmented } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { LANGUAGES, prefer, useLanguage } from '../../platform/preferences.ts';
import { signInWords } from './messages.ts';

const NAMES = { fr: 'Français', en: 'English' } as const;

/** Language of a page that knows nobody yet; whoever then signs in takes it along. */
export function PageLanguage({ isLabelHidden = false }: { isLabelHidden?: boolean }) {
  const words = useMessages(signInWords);
  return (
    <Segmented
      label={words.language}
      isLabelHidden={isLabelHidden}
      options={LANGUAGES.map((value) => ({ value, label: NAMES[value] }))}
      value={useLanguage()}
      onChange={(language) => prefer({ language })}
    />
  );
}
