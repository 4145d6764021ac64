'use client';

import type { Language, Localized } from '@heliograph/domain';
import { TextField } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import { LANGUAGES } from '../../../platform/preferences.ts';
import styles from './fields.module.css';
import { fieldMessages } from './messages.ts';

interface BothFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: Localized | undefined;
  readonly isMultiline?: boolean;
  readonly hint?: string;
  /** May be blank in both languages; then it is left out. */
  readonly isOptional?: boolean;
  onChange(value: Localized | undefined): void;
}

const BLANK: Localized = { fr: '', en: '' };

/** A text in both languages side by side; where one says something and the other nothing, that is said. */
export function BothField({ id, label, value = BLANK, isMultiline = false, hint, isOptional = false, onChange }: BothFieldProps) {
  const t = useMessages(fieldMessages);
  const isBlank = value.fr.trim() === '' && value.en.trim() === '';
  const set = (language: Language, text: string) => {
    const next = { ...value, [language]: text };
    onChange(isOptional && next.fr === '' && next.en === '' ? undefined : next);
  };
  return (
    <div className={styles.both}>
      {LANGUAGES.map((language) => {
        const isMissing = value[language].trim() === '' && !(isOptional && isBlank);
        const field = {
          id: `${id}-${language}`,
          label: t.inLanguage(label, t[language]),
          value: value[language],
          hint: isMissing ? t.missing : hint,
          lang: language,
          onChange: (text: string) => set(language, text),
        };
        return isMultiline ? (
          <TextField key={language} {...field} isMultiline rows={2} />
        ) : (
          <TextField key={language} {...field} autoComplete="off" />
        );
      })}
    </div>
  );
}
