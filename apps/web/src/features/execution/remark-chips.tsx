'use client';

import { FIRST_REMARKS, holdsRemark, remarksFor, toggleRemark } from '@heliograph/domain';
import { Chips } from '@heliograph/ui';
import { useRefs } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { executionMessages } from './messages.ts';

interface RemarkChipsProps {
  readonly kind: string;
  readonly category: string;
  readonly text: string;
  onChange(text: string): void;
}

/** The organisation's ready remarks for this step: one touch puts one in, another takes it out. All of it is on the phone. */
export function RemarkChips({ kind, category, text, onChange }: RemarkChipsProps) {
  const t = useMessages(executionMessages);
  const language = useLanguage();
  const [organisation] = useRefs('organisation') ?? [];
  const remarks = remarksFor(organisation?.remarks ?? FIRST_REMARKS, { kind, category });
  if (remarks.length === 0) return null;
  return (
    <Chips
      label={t.readyRemarks}
      isWrapped
      chips={remarks.map(({ id, text: words }) => ({
        key: id,
        label: words[language],
        isOn: holdsRemark(text, words[language]),
        onPress: () => onChange(toggleRemark(text, words[language])),
      }))}
    />
  );
}
