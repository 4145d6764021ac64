'use client';

import { attributeField } from '@heliograph/domain';
import type { ImportProblem } from '@heliograph/domain/asset/import';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import { importMessages } from './import-messages.ts';

type OwnField = 'code' | 'name' | 'type' | 'parent' | 'serial' | 'position';
const OWN: readonly OwnField[] = ['code', 'name', 'type', 'parent', 'serial', 'position'];

/** Columns and problems of a file, in words. */
export function useImportWords() {
  const t = useMessages(importMessages);
  const language = useLanguage();
  const field = (name: string): string => {
    const own = OWN.find((one) => one === name);
    if (own !== undefined) return t[`field_${own}`];
    const attribute = name.replace('attributes.', '');
    return attributeField(attribute)?.label[language] ?? attribute;
  };
  const problem = ({ code, header, other }: ImportProblem): string => {
    const about = String(other ?? '');
    switch (code) {
      case 'missing_column':
        return t.problem_missing_column(field(header ?? ''));
      case 'duplicate_code':
        return t.problem_duplicate_code(about);
      case 'code_elsewhere':
        return t.problem_code_elsewhere(about);
      default:
        return t[`problem_${code}`];
    }
  };
  return { field, problem };
}
