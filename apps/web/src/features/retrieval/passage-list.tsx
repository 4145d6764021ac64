'use client';

import type { Source, SourceKind } from '@heliograph/domain/assistant/grounding';
import { EmptyState, Icon, type IconName, List, ListRow, Section, Text } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { retrievalMessages } from './messages.ts';

const ICONS: Readonly<Record<SourceKind, IconName>> = {
  procedure: 'book',
  tip: 'info',
  defect: 'triangle',
  execution: 'clipboard',
  finding: 'triangle',
};
/** As much of a passage as a row shows; the rest is behind it. */
const SHOWN = 220;

interface PassageListProps {
  readonly passages: readonly Source[];
  /** Where they were found, under the title. */
  readonly note: string;
  /** Where a passage is read whole; undefined where it is all there is. */
  hrefOf(source: Source): string | undefined;
  /** Opens what has no address of its own. */
  onOpen?(source: Source): (() => void) | undefined;
}

/** Ranked passages of the organisation's own, as they are written: nothing here was generated. */
export function PassageList({ passages, note, hrefOf, onOpen }: PassageListProps) {
  const t = useMessages(retrievalMessages);
  const language = useLanguage();
  if (passages.length === 0)
    return (
      <EmptyState icon="search" title={t.nothingTitle}>
        {t.nothingText}
      </EmptyState>
    );
  return (
    <Section title={t.fromLibrary} aside={passages.length}>
      <Text kind="small" isSoft>
        {t.noSentence} {note}
      </Text>
      <List isOrdered>
        {passages.map((source) => (
          <ListRow
            key={`${source.kind} ${source.id} ${source.step ?? ''}`}
            leading={<Icon name={ICONS[source.kind]} />}
            title={source.kind === 'defect' ? `${t.defect} · ${source.title[language]}` : source.title[language]}
            detail={excerpt(source.passage[language])}
            href={hrefOf(source)}
            onClick={onOpen?.(source)}
          />
        ))}
      </List>
    </Section>
  );
}

/** Cut between words. */
function excerpt(text: string): string {
  if (text.length <= SHOWN) return text;
  return `${text.slice(0, text.lastIndexOf(' ', SHOWN))}…`;
}
