'use client';

import { Button, ChoiceButtons, Screen, Section, Segmented, Stack } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { LANGUAGES, prefer, THEMES, useLanguage, usePreferences } from '../../platform/preferences.ts';
import { useTitle } from '../../platform/title.ts';
import { FieldTop } from '../field/field-top.tsx';
import { AccountFacts, HeldCertifications } from './account-facts.tsx';
import { LeaveSheet } from './leave-sheet.tsx';
import { settingsMessages } from './messages.ts';
import { TextSizeChoice } from './text-size-choice.tsx';

/** How this person reads, and who they are here. Every choice holds at once. */
export default function SettingsPage() {
  const t = useMessages(settingsMessages);
  const [isLeaving, setLeaving] = useState(false);
  useTitle(t.title);
  return (
    <Screen top={<FieldTop title={t.title} back="/app/more" />}>
      <Appearance />
      <HeldCertifications />
      <Section title={t.account}>
        <AccountFacts />
        <Button icon="logout" onClick={() => setLeaving(true)}>
          {t.signOut}
        </Button>
      </Section>
      <LeaveSheet isOpen={isLeaving} onClose={() => setLeaving(false)} />
    </Screen>
  );
}

const LANGUAGE_NAMES = { fr: 'Français', en: 'English' } as const;
const THEME_ICONS = { auto: 'phone', clair: 'eye', sombre: 'moon', soleil: 'sun' } as const;

function Appearance() {
  const t = useMessages(settingsMessages);
  const language = useLanguage();
  const { theme } = usePreferences();
  const themeNames = { auto: t.theme_auto, clair: t.theme_clair, sombre: t.theme_sombre, soleil: t.theme_soleil };
  return (
    <Stack gap={6}>
      <Segmented
        label={t.language}
        options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        value={language}
        onChange={(chosen) => prefer({ language: chosen })}
      />
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
