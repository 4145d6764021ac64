import type { TipLinks } from './tip.ts';

/** Where a person stands when a tip may help. */
export interface TipPlace {
  /** Slug of the procedure in hand. */
  readonly procedure?: string | undefined;
  readonly step?: string | undefined;
  /** Class of the defect that the answer in hand has found. */
  readonly defect?: string | null | undefined;
  /** Model of the equipment in hand. */
  readonly model?: string | undefined;
}

interface Linked {
  readonly links?: TipLinks | undefined;
}

const alike = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Tips that belong to this very step, or to the defect that was just found in it. */
export const tipsOfStep = <Tip extends Linked>(tips: readonly Tip[], { procedure, step, defect }: TipPlace): Tip[] =>
  tips.filter(
    ({ links }) =>
      links?.steps?.some((link) => link.procedure === procedure && link.step === step) ||
      (typeof defect === 'string' && links?.defects?.includes(defect)),
  );

/** Tips that belong to the procedure: to the whole of it, or to one of its steps. */
export const tipsOfProcedure = <Tip extends Linked>(tips: readonly Tip[], procedure: string): Tip[] =>
  tips.filter(({ links }) => links?.procedures?.includes(procedure) || links?.steps?.some((link) => link.procedure === procedure));

/** Tips on a model of equipment, however its name is capitalised. */
export const tipsOfModel = <Tip extends Linked>(tips: readonly Tip[], model: string): Tip[] =>
  tips.filter(({ links }) => links?.models?.some((one) => alike(one, model)) ?? false);
