import { type Cell, cell } from '../../platform/readable.ts';

/** What became of something that was asked without a network, or took its time. */
export interface Arrival {
  /** `failed`: it was taken, and no model could answer. `refused`: the server does not take it, a person decides. Of photos: `analysed`, `unseen`. */
  readonly end: 'answered' | 'failed' | 'refused' | 'analysed' | 'unseen';
  /** Where it is read. */
  readonly href: string;
  readonly text: string;
}

/** The last one; null where it was seen. */
export const arrival: Cell<Arrival | null> = cell<Arrival | null>(null);
