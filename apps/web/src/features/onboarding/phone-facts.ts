import type { Readiness } from '../today/readiness.ts';

/** What a browser says of a permission; `unknown` where it cannot be asked about without asking for it. */
export type Permission = 'granted' | 'prompt' | 'denied' | 'unknown';

/** This phone as it is, each looked up and none remembered. */
export interface PhoneFacts {
  readonly isInstalled: boolean;
  /** The browser will not take back what is kept here. */
  readonly isProtected: boolean;
  readonly readiness: Readiness['kind'];
  readonly camera: Permission;
  /** Null where the organisation keeps no places. */
  readonly position: Permission | null;
}

export type TaskName = 'installed' | 'protected' | 'downloaded' | 'camera' | 'position';

export interface Task {
  readonly name: TaskName;
  /** `later`: asked when it is first needed, nothing to do now. */
  readonly state: 'done' | 'open' | 'later' | 'refused';
}

/** What makes a phone one for the field, in the order a person does it. */
export function tasksOf({ isInstalled, isProtected, readiness, camera, position }: PhoneFacts): readonly Task[] {
  return [
    { name: 'installed', state: isInstalled ? 'done' : 'open' },
    { name: 'protected', state: isProtected ? 'done' : 'open' },
    { name: 'downloaded', state: readiness === 'ready' || readiness === 'nothing_published' ? 'done' : 'open' },
    { name: 'camera', state: STATES[camera] },
    ...(position === null ? [] : [{ name: 'position' as const, state: STATES[position] }]),
  ];
}

const STATES = { granted: 'done', prompt: 'later', unknown: 'later', denied: 'refused' } as const satisfies Record<Permission, Task['state']>;

/** Camera and position are asked for in their moment; a refusal is the person's right and stops nothing. */
const isNeeded = ({ name }: Task): boolean => name !== 'camera' && name !== 'position';

export function progressOf(tasks: readonly Task[]): { readonly done: number; readonly total: number } {
  const needed = tasks.filter(isNeeded);
  return { done: needed.filter(({ state }) => state === 'done').length, total: needed.length };
}
