'use client';

import type { ProcedureContent } from '@heliograph/domain';
import type { ExecutionSummary } from '@heliograph/offline';
import { useRefs } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { type Plant, usePlant } from '../assets/use-plant.ts';
import { useContents } from '../procedure/use-procedures.ts';
import { todayMessages } from './messages.ts';

/** What was begun, or is only planned. */
export type Nameable = Pick<ExecutionSummary, 'start' | 'plan'>;

export interface Naming {
  readonly plant: Plant;
  /** Null where the version is not on this phone. */
  content(execution: Nameable): ProcedureContent | null;
  title(execution: Nameable): string;
  where(execution: Nameable): string;
}

/** What executions are called: their procedure, and where it is carried out. Undefined until the disk has answered. */
export function useNaming(executions: readonly Nameable[]): Naming | undefined {
  const t = useMessages(todayMessages);
  const language = useLanguage();
  const plant = usePlant();
  const contents = useContents(executions.flatMap((one) => opened(one)?.procedure ?? []));
  // Not used here, and read before anything is shown: a name that came after its card would push on what lies below.
  const people = useRefs('person');
  if (plant === undefined || contents === undefined || people === undefined) return undefined;
  const content = (execution: Nameable) => {
    const hash = opened(execution)?.procedure;
    return hash === undefined ? null : (contents.get(hash) ?? null);
  };
  return {
    plant,
    content,
    title: (execution) => content(execution)?.title[language] ?? t.unknownProcedure,
    where: (execution) => placeOf(plant, opened(execution), t.wholeSite),
  };
}

/** On what it was begun, or is to be. */
const opened = ({ start, plan }: Nameable) => start ?? plan;

function placeOf(plant: Plant, place: ReturnType<typeof opened>, whole: string): string {
  if (place === null) return '';
  const asset = place.asset == null ? undefined : plant.tree.byId.get(place.asset);
  return [plant.site(place.site)?.name, asset?.name ?? whole].filter((name) => name !== undefined).join(' · ');
}
