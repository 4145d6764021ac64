'use client';

import type { ExecutionSummary } from '@heliograph/offline';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { type Plant, usePlant } from '../assets/use-plant.ts';
import { type Contents, useContents } from '../procedure/use-procedures.ts';
import { todayMessages } from './messages.ts';

export interface Naming {
  title(execution: ExecutionSummary): string;
  where(execution: ExecutionSummary): string;
}

/** What executions are called: their procedure, and where it is carried out. Undefined until the disk has answered. */
export function useNaming(executions: readonly ExecutionSummary[]): Naming | undefined {
  const t = useMessages(todayMessages);
  const language = useLanguage();
  const plant = usePlant();
  const contents = useContents(executions.flatMap(({ start }) => start?.procedure ?? []));
  if (plant === undefined || contents === undefined) return undefined;
  return {
    title: ({ start }) => titleOf(contents, start)?.[language] ?? t.unknownProcedure,
    where: ({ start }) => placeOf(plant, start, t.wholeSite),
  };
}

const titleOf = (contents: Contents, start: ExecutionSummary['start']) => (start === null ? undefined : contents.get(start.procedure)?.title);

function placeOf(plant: Plant, start: ExecutionSummary['start'], whole: string): string {
  if (start === null) return '';
  const asset = start.asset === undefined ? undefined : plant.tree.byId.get(start.asset);
  return [plant.site(start.site)?.name, asset?.name ?? whole].filter((name) => name !== undefined).join(' · ');
}
