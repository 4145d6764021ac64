'use client';

import type { ExecutionId, ProcedureHash } from '@heliograph/domain';
import type { LocalView, Ref } from '@heliograph/offline';
import type { RefKind } from '@heliograph/sync';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { fieldState, type OpenField } from './field.ts';
import { type HeldProcedure, heldFrom } from './held-procedure.ts';
import { type Readable, useReadable } from './readable.ts';

const Context = createContext<OpenField | null>(null);

interface Gates {
  readonly children: ReactNode;
  /** Shown while nobody is signed in, while the phone's memory is being opened, and when it cannot be. */
  readonly nobody: ReactNode;
  readonly opening: ReactNode;
  failed(error: unknown): ReactNode;
}

/** Everything below it can use `useField`. */
export function FieldProvider({ children, nobody, opening, failed }: Gates) {
  const state = useReadable(fieldState);
  if (state.kind === 'open') return <Context value={state.field}>{children}</Context>;
  if (state.kind === 'failed') return failed(state.error);
  return state.kind === 'nobody' ? nobody : opening;
}

/** The phone of the person signed in: `record`, `view`, `sender`, `phone`, `identity`, drafts and photos. */
export function useField(): OpenField {
  const field = useContext(Context);
  if (field === null) throw new Error('useField outside of FieldProvider');
  return field;
}

/** What the input of a step uses of a phone. The office's editor gives it from memory, so that a draft is tried with the real inputs. */
export interface StepField extends Pick<OpenField, 'identity' | 'record' | 'saveDraft' | 'readDraft' | 'photoBytes'> {
  readonly view: Pick<LocalView, 'refs' | 'photos'>;
}

const StepContext = createContext<StepField | null>(null);
export const StepFieldProvider = StepContext.Provider;

/** The phone a step is filled in on: the person's own, or the one that the preview lends. */
export function useStepField(): StepField {
  const lent = useContext(StepContext);
  const own = useContext(Context);
  const field = lent ?? own;
  if (field === null) throw new Error('useStepField outside of a phone');
  return field;
}

/** Whether this is the person's own phone, with all that goes beyond a step, and not one that the preview lends. */
export const useIsOwnPhone = (): boolean => useContext(StepContext) === null;

/** A value of the local view: `useLocalView((view) => view.executions)`. Undefined until it has been read, never for "none". */
export const useLocalView = <T,>(select: (view: LocalView) => Readable<T>): T => useReadable(select(useField().view));

/** An execution, folded from everything this phone knows; undefined until it has been read. */
export function useExecution(x: ExecutionId) {
  const { view } = useField();
  return useReadable(useMemo(() => view.execution(x), [view, x]));
}

/** Reference rows of one kind: sites, assets, people, procedures, tips… */
export const useRefs = <K extends RefKind>(kind: K): readonly Ref<K>[] | undefined => useReadable(useField().view.refs(kind));

/** A procedure's content by its hash; undefined until the disk has answered. */
export const useProcedure = (hash: ProcedureHash): HeldProcedure | undefined => heldFrom(useReadable(useField().view.procedure(hash)));
