'use client';

import type { SearchHit } from '@heliograph/offline';
import { Button, EmptyState, List, Section } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { ProcedureRow } from '../procedure/procedure-row.tsx';
import type { ListedProcedure } from '../procedure/use-procedures.ts';
import { TipList } from '../tips/tip-list.tsx';
import { useTips } from '../tips/use-tips.ts';
import { libraryMessages } from './messages.ts';

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
  const held = useTips() ?? [];
  const tips = hits.flatMap((hit) => (hit.kind === 'tip' ? (held.find(({ id }) => id === hit.id) ?? []) : []));
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
      <TipList title={t.tips} tips={tips} />
    </>
  );
}
