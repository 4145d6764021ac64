import type { LackingCertifications } from '@heliograph/domain';
import { useFormat } from '../../platform/format.ts';
import { useCatalogueNames } from './catalogue-names.ts';

/** What somebody lacks, as one reads it out: `Travail en hauteur et BR mention photovoltaïque ou BC`. */
export function useLackingWords(): (lacking: readonly LackingCertifications[]) => string {
  const { list, oneOf } = useFormat();
  const { certificationInShort } = useCatalogueNames();
  const said = ({ rule, codes }: LackingCertifications) => {
    const names = codes.map(certificationInShort);
    return rule === 'any_of' ? oneOf(names) : list(names);
  };
  return (lacking) => list([...new Set(lacking.map(said))]);
}
