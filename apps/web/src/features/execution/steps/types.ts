import type { AssessedPlace, KnownStep, ResponseOf, StepKind } from '@heliograph/domain';
import type { ComponentType } from 'react';
import type { OpenExecution } from '../use-execution.ts';
import type { Recorder } from '../use-recording.ts';

/** A commit that the frame runs before it leaves the step; false keeps the person here (what they typed is no answer yet). */
export type Commit = () => Promise<boolean>;

/** What every input gets. One component a kind; the frame around it is the same for all. */
export interface StepInputProps<K extends StepKind> {
  readonly execution: OpenExecution;
  readonly step: KnownStep & { kind: K };
  readonly place: AssessedPlace;
  /** The answer that stands; null while there is none. */
  readonly response: ResponseOf<K> | null;
  readonly isLocked: boolean;
  readonly recorder: Recorder;
  /** Records the answer with its verdict; true once it is durable. */
  onAnswer(response: ResponseOf<K>): Promise<boolean>;
  /** Takes back the answer that stands; true once that is durable. */
  onClear(): Promise<boolean>;
  /** Inputs that collect typing hand their commit to the frame. */
  setCommit(commit: Commit | null): void;
}

export type StepInput<K extends StepKind> = ComponentType<StepInputProps<K>>;
