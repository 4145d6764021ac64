import type { StepKind } from '@heliograph/domain';
import type { DraftStep, DraftStepOf } from '@heliograph/domain/procedure/draft';
import type { ComponentType } from 'react';

/** What the form of every kind gets. */
export interface StepPropertiesProps<K extends StepKind> {
  readonly step: DraftStepOf<K>;
  /** The steps before it, in order: what it may look back at. */
  readonly earlier: readonly DraftStep[];
  /** Sets fields; `undefined` takes one away. */
  onChange(fields: Partial<Omit<DraftStepOf<K>, 'id' | 'kind'>>): void;
}

export type StepProperties<K extends StepKind> = ComponentType<StepPropertiesProps<K>>;
