'use client';

import type { Source } from '@heliograph/domain/assistant/grounding';
import { Button, Sheet, Stack, Text } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import styles from './assistant.module.css';
import { Markdown } from './markdown/markdown.tsx';
import { assistantMessages } from './messages.ts';
import { useShell } from './shell.ts';

interface SourceChipProps {
  readonly number: number;
  readonly source: Source;
}

/** A numbered chip; pressed, it shows the passage and the way to the place it stands at. */
export function SourceChip({ number, source }: SourceChipProps) {
  const t = useMessages(assistantMessages);
  const language = useLanguage();
  const { hrefOf } = useShell();
  const [isOpen, setOpen] = useState(false);
  const href = hrefOf(source);
  return (
    <>
      <button type="button" className={styles.chip} aria-label={`${t.source(number)} · ${source.title[language]}`} onClick={() => setOpen(true)}>
        {number}
      </button>
      <Sheet title={source.title[language]} isOpen={isOpen} onClose={() => setOpen(false)} closeLabel={t.close}>
        <Stack gap={4}>
          <Text isSoft kind="small">
            {t.source(number)}
          </Text>
          <Markdown text={source.passage[language]} source={() => null} />
          {href !== null && (
            <Button kind="action" isWide href={href}>
              {t.open}
            </Button>
          )}
        </Stack>
      </Sheet>
    </>
  );
}

/**
 * The passages themselves, where no model answers: opened at the right step, and not a generated word.
 * @param why no model answers
 */
export function LibraryAnswer({ sources, why }: { sources: readonly Source[]; why: string }) {
  const t = useMessages(assistantMessages);
  const language = useLanguage();
  const { hrefOf } = useShell();
  return (
    <section className={styles.answer} aria-label={t.fromLibrary}>
      <header className={styles.answerHead}>
        <strong>{t.fromLibrary}</strong>
      </header>
      <Text kind="small" isSoft>
        {sources.length === 0 ? t.nothingInLibrary : why}
      </Text>
      <ol className={styles.passages}>
        {sources.map((source) => {
          const href = hrefOf(source);
          return (
            <li key={`${source.kind} ${source.id} ${source.step}`} className={styles.passage}>
              {href === null ? <strong>{source.title[language]}</strong> : <a href={href}>{source.title[language]}</a>}
              <p>{source.passage[language]}</p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
