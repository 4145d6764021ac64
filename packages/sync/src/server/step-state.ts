import type { ExecutionId, OperationId, Register, UserId } from '@heliograph/domain';

/** What is kept of a head beside its id: enough to choose the effective one and to see a conflict without loading operations. */
export interface StepHead {
  readonly id: OperationId;
  readonly k: string;
  readonly by: UserId;
  /** Corrected capture time, ms. */
  readonly at: number;
  readonly outcome: 'pass' | 'watch' | 'fail' | 'none' | null;
  /** The answer in a comparable form: a decimal, an option, a text. */
  readonly value: string | null;
}

/** Folded state of one register of one execution: a row of `step_state`. */
export interface StepState {
  readonly x: ExecutionId;
  readonly s: string;
  readonly register: Register<StepHead>;
  readonly effective: OperationId | null;
  readonly conflict: boolean;
  /** Highest log position that touched it. */
  readonly seq: number;
}
