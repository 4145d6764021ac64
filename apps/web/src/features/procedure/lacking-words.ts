import type { LackingCertifications } from '@heliograph/domain';
import { useFormat } from '../../platform/format.ts';

/** The codes somebody lacks, as one reads them out: `TH et BR-PV ou B2V-PV`. */
export function useLackingWords(): (lacking: readonly LackingCertifications[]) => string {
  const { list, oneOf } = useFormat();
  return (lacking) => list([...new Set(lacking.map(({ rule, codes }) => (rule === 'any_of' ? oneOf(codes) : list(codes))))]);
}
