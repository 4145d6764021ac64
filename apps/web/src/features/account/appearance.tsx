'use client';

import { ChoiceButtons, Segmented, Stack } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { LANGUAGE_OPTIONS, prefer, THEMES, useLanguage, usePreferences } from '../../platform/preferences.ts';
import { settingsMessages } from '../settings/messages.ts';
import { TextSizeChoice } from '../settings/text-size-choice.tsx';

const THEME_ICONS = { auto: 'contrast', clair: 'eye', sombre: 'moon', soleil: 'sun' } as const;

/** How this person reads. Every choice holds at once, and follows them to their other devices. */
export function Appearance() {
  const t = useMessages(settingsMessages);
  const language = useLanguage();
  const { theme } = usePreferences();
  const themeNames = { auto: t.theme_auto, clair: t.theme_clair, sombre: t.theme_sombre, soleil: t.theme_soleil };
  return (
    <Stack gap={6}>
      <Segmented label={t.language} options={LANGUAGE_OPTIONS} value={language} onChange={(chosen) => prefer({ language: chosen })} />
      <ChoiceButtons
        label={t.theme}
        options={THEMES.map((value) => ({
          value,
          label: themeNames[value],
          icon: THEME_ICONS[value],
          ...(value === 'soleil' ? { detail: t.sunModeHint } : {}),
        }))}
        value={theme}
        onChange={(chosen) => prefer({ theme: chosen })}
      />
      <TextSizeChoice />
    </Stack>
  );
}
