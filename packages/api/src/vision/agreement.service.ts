import { countOutcomes, countPairs, countToDecide, type PairCount, readOrg, readSettings } from '@heliograph/db';
import { type Agreement, type AgreementRow, tallyOf } from '@heliograph/domain/vision';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { labelOf } from '../retrieval/defect-classes.ts';

export interface AgreementWish {
  /** Months `yyyy-mm`, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly model?: string | undefined;
}

/** How often people and models say the same, by class, model and month. */
export const agreementOf = ({ db }: Pick<Deps, 'db'>, actor: Actor, wish: AgreementWish): Promise<Agreement> =>
  readOrg(db, actor, async (tx) => {
    const { timeZone } = await readSettings(tx);
    const filter = { ...wish, timeZone };
    const pairs = await countPairs(tx, filter);
    const outcomes = await countOutcomes(tx, filter);
    const names = [...new Set(pairs.flatMap(({ proposed, decided }) => [proposed, decided]))].filter((name) => name !== null);
    return {
      decided: { accept: outcomes.get('accept') ?? 0, correct: outcomes.get('correct') ?? 0, reject: outcomes.get('reject') ?? 0 },
      toDecide: await countToDecide(tx),
      total: tallyOf(pairs),
      classes: names.map((key) => ({ key, ...tallyOf(pairs, key) })).toSorted((a, b) => b.proposed + b.missed - (a.proposed + a.missed)),
      models: rowsBy(pairs, ({ model }) => model),
      months: rowsBy(pairs, ({ month }) => month).toSorted((a, b) => (a.key < b.key ? -1 : 1)),
      confusion: confusionIn(pairs),
      labels: Object.fromEntries(names.map((name) => [name, labelOf(name)])),
    };
  });

const rowsBy = (pairs: readonly PairCount[], keyOf: (pair: PairCount) => string): AgreementRow[] =>
  [...Map.groupBy(pairs, keyOf)].map(([key, of]) => ({ key, ...tallyOf(of) })).toSorted((a, b) => b.proposed - a.proposed);

function confusionIn(pairs: readonly PairCount[]): Agreement['confusion'] {
  const groups = Map.groupBy(pairs, ({ proposed, decided }) => `${proposed ?? ''} ${decided ?? ''}`);
  const summed = [...groups.values()].flatMap((of) => {
    const [first] = of;
    return first === undefined ? [] : [{ proposed: first.proposed, decided: first.decided, count: of.reduce((sum, { count }) => sum + count, 0) }];
  });
  return summed.toSorted((a, b) => b.count - a.count);
}
