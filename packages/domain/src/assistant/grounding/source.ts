import type { Localized } from '../../text.ts';

export type SourceKind = 'procedure' | 'tip' | 'defect' | 'execution' | 'finding';

/** A passage of the organisation's own, as it was found for somebody who may read it. */
export interface Source {
  readonly kind: SourceKind;
  /** A procedure's slug, a defect's code, for findings the id of the analysis they were decided at, else an id. */
  readonly id: string;
  /** The step of a procedure, where the passage is one. */
  readonly step: string | null;
  readonly title: Localized;
  readonly passage: Localized;
}

/** Two passages of one place are one source. */
export const sourceKey = ({ kind, id, step }: Pick<Source, 'kind' | 'id' | 'step'>): string => `${kind} ${id} ${step ?? ''}`;
