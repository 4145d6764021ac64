import { useMemo } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import { EQUIPMENT_CODES, useEquipmentName } from '../../assets/equipment-names.ts';
import { useOfficeLibrary } from '../../office/shared/every-page.ts';
import { CATEGORY_CODES, CERTIFICATION_CODES, CONDITION_CODES, useCatalogueNames } from '../catalogue-names.ts';
import { DEFECTS } from '../defect-names.ts';
import { catalogueMessages } from './catalogue-messages.ts';
import type { Choice } from './pick-fields.tsx';

/** Codes with their names, by name; put in order once a language, not with every letter typed beside them. */
function useNamed(codes: readonly string[], nameOf: (code: string) => string): readonly Choice[] {
  const language = useLanguage();
  // Names follow the language alone; their function is made anew each time.
  return useMemo(
    () => codes.map((value) => ({ value, label: nameOf(value) })).sort((a, b) => a.label.localeCompare(b.label, language)),
    [codes, language],
  );
}

const FINDING_CODES = Object.keys(DEFECTS);

export const useEquipmentOptions = (): readonly Choice[] => useNamed(EQUIPMENT_CODES, useEquipmentName());
export const useFindingOptions = (): readonly Choice[] => useNamed(FINDING_CODES, useCatalogueNames().defect);
export const useCategoryOptions = (): readonly Choice[] => useNamed(CATEGORY_CODES, useCatalogueNames().category);
export const useCertificationOptions = (): readonly Choice[] => useNamed(CERTIFICATION_CODES, useCatalogueNames().certification);
export const useConditionOptions = (): readonly Choice[] => useNamed(CONDITION_CODES, useCatalogueNames().condition);

/** From harmless to mortal danger. */
export function useSeverityOptions(): readonly Choice[] {
  const t = useMessages(catalogueMessages);
  return ([1, 2, 3, 4, 5] as const).map((level) => ({ value: String(level), label: t[`severity_${level}`] }));
}

/** Procedures of the organisation that a step may open, by code. */
export function useProcedureOptions(): readonly Choice[] {
  const language = useLanguage();
  const { data } = useOfficeLibrary();
  return useMemo(
    () => (data ?? []).map(({ slug, title }) => ({ value: slug, label: title[language] })).sort((a, b) => a.label.localeCompare(b.label, language)),
    [data, language],
  );
}
