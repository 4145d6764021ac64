'use client';

import type { FieldRole, ProcedureContent, ProcedureHash, SiteId } from '@heliograph/domain';
import { StorageError } from '@heliograph/offline';
import { useState } from 'react';
import { useField } from '../../platform/field-context.tsx';
import { navigate } from '../../platform/router.ts';
import type { Plant } from '../assets/use-plant.ts';
import { newExecutionId, type Second, startEntries, type Target } from './start-entries.ts';

/** What stands between the form and the start. */
export type StartProblem = 'site' | 'asset' | 'second' | 'not_saved' | 'full';

export interface StartForm {
  readonly site: SiteId | null;
  readonly target: Target;
  readonly roles: readonly FieldRole[];
  readonly second: Second;
  readonly problem: StartProblem | null;
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
  { content, plant, wanted }: { content: ProcedureContent; plant: Plant; wanted: string | null },
): StartForm {
  const { record } = useField();
  const [first] = useState(() => firstChoice({ content, plant, wanted }));
  const [{ site, target }, setPlace] = useState(first);
  const [roles, chooseRoles] = useState<readonly FieldRole[]>([]);
  const [second, chooseSecond] = useState<Second>({ kind: 'nobody' });
  const [problem, setProblem] = useState<StartProblem | null>(null);
  const [isBusy, setBusy] = useState(false);

  const begin = async (): Promise<void> => {
    if (site === null) return setProblem('site');
    if (target === null) return setProblem('asset');
    if (second.kind === 'named' && second.name.trim() === '') return setProblem('second');
    const x = newExecutionId();
    setBusy(true);
    try {
      await record(startEntries(x, { procedure: hash, site, target, roles, second }));
      navigate(`/app/executions/${x}`, { isReplaced: true });
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
    ...{ site, target, roles, second, problem, isBusy, begin },
    chooseSite: settle((chosen) => setPlace({ site: chosen, target: null })),
    chooseTarget: settle((chosen, at) => setPlace({ site: at ?? site, target: chosen })),
    chooseRoles: settle(chooseRoles),
    chooseSecond: settle(chooseSecond),
  };
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
