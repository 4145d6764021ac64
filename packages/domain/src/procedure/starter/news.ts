import type { ProcedureHash } from '../../ids.ts';

/** Versions that an organisation has of one procedure, and what it made of earlier offers. */
export interface StarterStanding {
  /** As the starter library has it now. */
  readonly offered: ProcedureHash;
  /** Every version of the organisation, the newest first; empty where it never had the procedure. */
  readonly versions: readonly { readonly hash: ProcedureHash; readonly isFromLibrary: boolean }[];
  /** Offers it decided on, the latest first. */
  readonly decided: readonly { readonly hash: ProcedureHash; readonly outcome: 'taken' | 'declined' }[];
}

/** `new`: not here yet. `changed`: the library changed it. `both`: the organisation changed it too. */
export type StarterNews =
  | { readonly kind: 'new' }
  | { readonly kind: 'changed' | 'both'; readonly base: ProcedureHash; readonly current: ProcedureHash };

/**
 * What the starter library has for an organisation; null where there is nothing to decide: it has this very version, decided on it already, or
 * wrote a procedure of that name itself, which no library may touch.
 */
export function starterNews({ offered, versions, decided }: StarterStanding): StarterNews | null {
  if (decided.some(({ hash }) => hash === offered) || versions.some(({ hash }) => hash === offered)) return null;
  const [current] = versions;
  if (current === undefined) return { kind: 'new' };
  const base = decided.find(({ outcome }) => outcome === 'taken')?.hash ?? versions.find(({ isFromLibrary }) => isFromLibrary)?.hash;
  if (base === undefined) return null;
  return { kind: current.hash === base ? 'changed' : 'both', base, current: current.hash };
}
