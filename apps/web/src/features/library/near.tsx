'use client';

import { List, Section } from '@heliograph/ui';
import { useFavourites } from '../../platform/favourites.ts';
import { useField, useLocalView } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { ProcedureRow } from '../procedure/procedure-row.tsx';
import { type ListedProcedure, useContents, useLastKnown } from '../procedure/use-procedures.ts';
import { libraryMessages } from './messages.ts';

const MOST_RECENT = 4;

interface NearProps {
  /** Slugs, the latest first. */
  readonly recent: readonly string[];
  readonly library: readonly ListedProcedure[];
  hrefOf(procedure: ListedProcedure): string;
}

/** What this person reaches for: kept at hand, then used lately. */
export function Near({ recent, library, hrefOf }: NearProps) {
  const t = useMessages(libraryMessages);
  const bySlug = new Map(library.map((procedure) => [procedure.ref.slug, procedure]));
  const listed = (slugs: readonly string[]) => slugs.flatMap((slug) => bySlug.get(slug) ?? []);
  const favourites = useFavourites(useField().identity.user.id);
  const others = recent.filter((slug) => !favourites.includes(slug));
  return (
    <>
      <Rows title={t.atHand} procedures={listed(favourites)} hrefOf={hrefOf} />
      <Rows title={t.recent} procedures={listed(others).slice(0, MOST_RECENT)} hrefOf={hrefOf} />
    </>
  );
}

/**
 * Slugs of what this person's executions were begun on, the latest first, whichever version it was; undefined until the disk has answered for the
 * first time: they stand above the list, and what comes later would take the tap that was meant for a row.
 */
export function useRecent(): readonly string[] | undefined {
  const executions = useLocalView((view) => view.executions);
  const hashes = [...new Set((executions ?? []).flatMap(({ start }) => start?.procedure ?? []))].slice(0, MOST_RECENT * 3);
  const contents = useContents(hashes);
  const isKnown = executions !== undefined && contents !== undefined;
  return useLastKnown(isKnown ? [...new Set(hashes.flatMap((hash) => contents.get(hash)?.slug ?? []))] : undefined);
}

function Rows({ title, procedures, hrefOf }: { title: string; procedures: readonly ListedProcedure[]; hrefOf: NearProps['hrefOf'] }) {
  if (procedures.length === 0) return null;
  return (
    <Section title={title} aside={procedures.length}>
      <List>
        {procedures.map((procedure) => (
          <ProcedureRow key={procedure.ref.id} procedure={procedure} href={hrefOf(procedure)} />
        ))}
      </List>
    </Section>
  );
}
