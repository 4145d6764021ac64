import type { DefinitionOf, StepKind } from '@heliograph/domain';
import type { DraftStep, DraftStepOf } from '@heliograph/domain/procedure/draft';
import type { ComponentType } from 'react';
import type * as z from 'zod/mini';

/** Kinds whose definition has fields of its own: each has a form, and the compiler names the one that is missing. */
export type KindWithFields = { [K in StepKind]: string extends keyof z.infer<DefinitionOf<K>> ? never : K }[StepKind];

/** What the form of every kind gets. */
export interface StepPropertiesProps<K extends StepKind> {
  readonly step: DraftStepOf<K>;
  /** The steps before it, in order: what it may look back at. */
  readonly earlier: readonly DraftStep[];
  /** Sets fields; `undefined` takes one away. */
  onChange(fields: Partial<Omit<DraftStepOf<K>, 'id' | 'kind'>>): void;
}

export type StepProperties<K extends StepKind> = ComponentType<StepPropertiesProps<K>>;
