'use client';

import { type Assessment, type Asset, type AssetId, assess, contextOf } from '@heliograph/domain';
import type { ExecutionSummary, PlannedWork } from '@heliograph/offline';
import { useMemo } from 'react';
import { useField, useLocalView, useRefs } from '../../platform/field-context.tsx';
import { useEach } from '../procedure/use-each.ts';
import { type Naming, useNaming } from '../today/use-naming.ts';

/** As many as a trend needs; folding more would keep a slow phone waiting. */
const RUNS_READ = 3;

/** A run that was carried out here, with what its answers came to. */
export interface RunHere {
  readonly execution: ExecutionSummary;
  readonly assessment: Assessment;
}

/** What is to be done and what was done on a piece of equipment, as far as this phone knows. */
export interface WorkAt {
  readonly due: readonly PlannedWork[];
  /** Latest activity first. */
  readonly executions: readonly ExecutionSummary[];
  /** The latest of them, read. */
  readonly runs: readonly RunHere[];
  readonly naming: Naming;
}

/** Undefined until the disk has answered all of it: nothing is pushed away from under a finger by what comes late. */
export function useWorkAt(asset: Asset): WorkAt | undefined {
  const all = useLocalView((view) => view.executions);
  const planned = useLocalView((view) => view.plannedWork);
  const executions = useMemo(() => all?.filter(({ start }) => start?.asset === asset.id), [all, asset.id]);
  const due = useMemo(() => planned?.filter((work) => work.asset === asset.id && work.status === 'planned'), [planned, asset.id]);
  const naming = useNaming([...(executions ?? []), ...(due ?? []).map((work) => ({ start: null, plan: work }))]);
  const runs = useRuns(executions ?? NONE, naming);
  if (executions === undefined || due === undefined || naming === undefined || runs === undefined) return undefined;
  return { due, executions, runs, naming };
}

const NONE: readonly ExecutionSummary[] = [];

function useRuns(executions: readonly ExecutionSummary[], naming: Naming | undefined): readonly RunHere[] | undefined {
  const { view } = useField();
  const confirmations = useRefs('confirmation');
  const latest = useMemo(() => executions.filter(({ status }) => status !== 'cancelled').slice(0, RUNS_READ), [executions]);
  const states = useEach(useMemo(() => latest.map(({ x }) => view.execution(x)), [latest, view]));
  if (naming === undefined || confirmations === undefined || states.includes(undefined)) return undefined;
  const assets = (id: AssetId) => contextOf(naming.plant.tree, id);
  return latest.flatMap((execution, at) => {
    const [state, content, start] = [states[at], naming.content(execution), execution.start];
    if (state === undefined || content === null || start === null) return [];
    const confirmed = new Set(confirmations.filter(({ hash }) => hash === start.procedure).map(({ step }) => step));
    const asset = start.asset === undefined ? null : assets(start.asset);
    return [{ execution, assessment: assess({ content, state, asset, assets, confirmed }) }];
  });
}
