'use client';

import type { ProcedureContent } from '@heliograph/domain';
import type { ExecutionSummary } from '@heliograph/offline';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { type Plant, usePlant } from '../assets/use-plant.ts';
import { useContents } from '../procedure/use-procedures.ts';
import { todayMessages } from './messages.ts';

export interface Naming {
  readonly plant: Plant;
  /** Null where the version is not on this phone. */
  content(execution: ExecutionSummary): ProcedureContent | null;
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
  const content = ({ start }: ExecutionSummary) => (start === null ? null : (contents.get(start.procedure) ?? null));
  return {
    plant,
    content,
    title: (execution) => content(execution)?.title[language] ?? t.unknownProcedure,
    where: ({ start }) => placeOf(plant, start, t.wholeSite),
  };
}

function placeOf(plant: Plant, start: ExecutionSummary['start'], whole: string): string {
  if (start === null) return '';
  const asset = start.asset === undefined ? undefined : plant.tree.byId.get(start.asset);
  return [plant.site(start.site)?.name, asset?.name ?? whole].filter((name) => name !== undefined).join(' · ');
}
