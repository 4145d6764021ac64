'use client';

import type { SearchHit } from '@heliograph/offline';
import { Button, EmptyState, Icon, List, ListRow, Section } from '@heliograph/ui';
import { useState } from 'react';
import { useRefs } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { ProcedureRow } from '../procedure/procedure-row.tsx';
import type { ListedProcedure } from '../procedure/use-procedures.ts';
import { libraryMessages } from './messages.ts';
import { TipSheet } from './tip-sheet.tsx';

interface FoundListProps {
  readonly hits: readonly SearchHit[];
  /** Those that pass the filters. */
  readonly library: readonly ListedProcedure[];
  hrefOf(procedure: ListedProcedure): string;
  onClear(): void;
}

/** What a search found: procedures with the step that says it, then tips. */
export function FoundList({ hits, library, hrefOf, onClear }: FoundListProps) {
  const t = useMessages(libraryMessages);
  const language = useLanguage();
  const procedures = hits.flatMap((hit) => {
    const procedure = hit.kind === 'procedure' ? library.find(({ ref }) => ref.id === hit.id) : undefined;
    return procedure === undefined ? [] : [{ procedure, step: procedure.content?.steps.find(({ id }) => id === hit.step) }];
  });
  const tips = hits.filter(({ kind }) => kind === 'tip');
  if (procedures.length === 0 && tips.length === 0)
    return (
      <EmptyState icon="search" title={t.nothingTitle} action={<Button onClick={onClear}>{t.removeFilters}</Button>}>
        {t.nothingText}
      </EmptyState>
    );
  return (
    <>
      {procedures.length > 0 && (
        <Section title={t.procedures} aside={procedures.length}>
          <List>
            {procedures.map(({ procedure, step }) => (
              <ProcedureRow
                key={procedure.ref.id}
                procedure={procedure}
                href={hrefOf(procedure)}
                found={step === undefined ? undefined : t.inStep(step.title[language])}
              />
            ))}
          </List>
        </Section>
      )}
      <TipList ids={tips.map(({ id }) => id)} />
    </>
  );
}

/** Tips by id, in this order; each opens over the list, so that the search stays where it was. */
export function TipList({ ids }: { ids: readonly string[] }) {
  const t = useMessages(libraryMessages);
  const language = useLanguage();
  const tips = useRefs('tip');
  const [opened, setOpened] = useState<string | null>(null);
  const shown = ids.flatMap((id) => tips?.find((tip) => tip.id === id) ?? []);
  if (shown.length === 0) return null;
  return (
    <Section title={t.tips} aside={shown.length}>
      <List>
        {shown.map((tip) => (
          <ListRow key={tip.id} leading={<Icon name="info" />} title={tip.title[language]} onClick={() => setOpened(tip.id)} />
        ))}
      </List>
      <TipSheet tip={shown.find(({ id }) => id === opened) ?? null} onClose={() => setOpened(null)} />
    </Section>
  );
}
