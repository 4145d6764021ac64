'use client';

import type { FieldRole, ProcedureContent, ProcedureHash, SiteId } from '@heliograph/domain';
import { type PlannedWork, type Ref, StorageError } from '@heliograph/offline';
import { useState } from 'react';
import { useField, useRefs } from '../../platform/field-context.tsx';
import { navigate } from '../../platform/router.ts';
import { newExecutionId } from '../../platform/same-act.ts';
import type { Plant } from '../assets/use-plant.ts';
import { type Second, startEntries, type Target } from './start-entries.ts';

/** What stands between the form and the start. */
export type StartProblem = 'site' | 'asset' | 'second' | 'not_saved' | 'full';

export interface StartForm {
  readonly site: SiteId | null;
  readonly target: Target;
  readonly roles: readonly FieldRole[];
  readonly second: Second;
  readonly problem: StartProblem | null;
  /** How often the start was asked for: what is missing is shown each time. */
  readonly tries: number;
  readonly isBusy: boolean;
  chooseSite(site: SiteId): void;
  chooseTarget(target: Target, site?: SiteId): void;
  chooseRoles(roles: readonly FieldRole[]): void;
  chooseSecond(second: Second): void;
  begin(): Promise<void>;
}

/** The form's choices and the start itself. Opened from an asset everything is known, and one tap begins. */
export function useStart(
  hash: ProcedureHash,
  { content, plant, wanted, work }: { content: ProcedureContent; plant: Plant; wanted: string | null; work?: PlannedWork | undefined },
): StartForm {
  const { record } = useField();
  const colleagues = useRefs('person');
  const [first] = useState(() => (work === undefined ? firstChoice({ content, plant, wanted }) : placeOf(work)));
  const [{ site, target }, setPlace] = useState(first);
  const [roles, chooseRoles] = useState<readonly FieldRole[]>([]);
  const [chosen, chooseSecond] = useState<Second | null>(null);
  // Who is given the work too is offered where somebody is needed; seen and changed like any other choice.
  const second = chosen ?? (content.teamMin > 1 ? givenSecond(work, colleagues ?? []) : NOBODY);
  const [problem, setProblem] = useState<StartProblem | null>(null);
  const [tries, setTries] = useState(0);
  const [isBusy, setBusy] = useState(false);

  const begin = async (): Promise<void> => {
    setTries((n) => n + 1);
    if (site === null) return setProblem('site');
    if (target === null) return setProblem('asset');
    if (second.kind === 'named' && second.name.trim() === '') return setProblem('second');
    const x = work?.x ?? newExecutionId();
    setBusy(true);
    try {
      await record(startEntries(x, { procedure: hash, site, target, roles, second }));
      navigate(`/app/executions/${x}`, { isReplaced: true });
      // Whoever begins stands at the first step; the way back from there is the overview.
      const [opening] = content.steps;
      if (opening !== undefined) navigate(`/app/executions/${x}/steps/${encodeURIComponent(opening.id)}`);
    } catch (error) {
      setProblem(error instanceof StorageError && error.problem === 'quota' ? 'full' : 'not_saved');
      setBusy(false);
    }
  };

  const settle =
    <Args extends unknown[]>(choose: (...args: Args) => void) =>
    (...args: Args) => {
      setProblem(null);
      choose(...args);
    };
  return {
    ...{ site, target, roles, second, problem, tries, isBusy, begin },
    chooseSite: settle((to) => setPlace({ site: to, target: null })),
    chooseTarget: settle((to, at) => setPlace({ site: at ?? site, target: to })),
    chooseRoles: settle(chooseRoles),
    chooseSecond: settle(chooseSecond),
  };
}

const NOBODY: Second = { kind: 'nobody' };

const placeOf = ({ site, asset }: PlannedWork): { site: SiteId | null; target: Target } => ({
  site,
  target: asset === null ? { kind: 'whole_site' } : { kind: 'asset', id: asset },
});

function givenSecond(work: PlannedWork | undefined, people: readonly Ref<'person'>[]): Second {
  const colleague = people.find(({ id }) => work?.colleagues[0] === id);
  return colleague === undefined ? NOBODY : { kind: 'colleague', user: colleague.id, name: colleague.name };
}

/** The asset asked for; else the only site there is, and the whole of it where the procedure is for nothing smaller. */
function firstChoice({ content, plant, wanted }: { content: ProcedureContent; plant: Plant; wanted: string | null }): {
  site: SiteId | null;
  target: Target;
} {
  const asset = plant.assets.find(({ id }) => id === wanted);
  if (asset !== undefined) return { site: asset.site, target: { kind: 'asset', id: asset.id } };
  const [only, ...others] = plant.sites;
  const isForSite = content.equipmentTypes.length === 0 || content.equipmentTypes.every((type) => type === 'site');
  return { site: others.length === 0 ? (only?.id ?? null) : null, target: isForSite ? { kind: 'whole_site' } : null };
}
