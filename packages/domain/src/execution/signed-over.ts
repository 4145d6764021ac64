import type { OperationKind } from '../operation/index.ts';
import type { AssessedPlace, Assessment } from './assess.ts';
import type { ExecutionState } from './fold.ts';

const ANSWERS: ReadonlySet<string> = new Set<OperationKind>(['step', 'clear', 'skip', 'refuse', 'photo']);

/**
 * Signatures at the end of the procedure that an answer came after: what was signed is not what stands.
 * Those in the middle speak of what was done until then, and signatures at the end do not speak of each other.
 */
export function signedOver({ places }: Pick<Assessment, 'places'>, { history, signatures }: ExecutionState): readonly AssessedPlace[] {
  const closing = places.slice(places.findLastIndex(({ step }) => step.kind !== 'signature') + 1);
  const last = history.findLastIndex(({ operation: { k, s } }) => ANSWERS.has(k) && s !== undefined && closing.every(({ address }) => address !== s));
  const isOld = ({ address }: AssessedPlace) => {
    const made = signatures.filter(({ s }) => s === address);
    return made.length > 0 && made.every(({ entry }) => history.indexOf(entry) < last);
  };
  return closing.filter(isOld);
}
