'use client';

import { stepIdOf } from '@heliograph/domain';
import { SelectField } from '@heliograph/ui';
import { useLocalized, useMessages } from '../../../platform/messages.ts';
import { reviewMessages } from './review-messages.ts';
import type { OpenedExecution } from './types.ts';

interface ReturnTargetProps {
  readonly opened: OpenedExecution;
  /** Address of what is to be looked at again; empty for the whole. */
  readonly value: string;
  onChange(address: string): void;
}

/** What is to be done again: everything, one step, or of a step that is answered once for each string a single one. */
export function ReturnTarget({ opened: { procedure, places }, value, onChange }: ReturnTargetProps) {
  const t = useMessages(reviewMessages);
  const say = useLocalized();
  const step = stepIdOf(value);
  const items = places.flatMap((place) => (place.step === step && place.item !== null ? [{ value: place.address, label: place.item.label }] : []));
  return (
    <>
      <SelectField
        label={t.step}
        value={step}
        onChange={onChange}
        options={[
          { value: '', label: t.wholeWork },
          ...(procedure?.steps ?? []).flatMap(({ id, title }) => {
            // Numbered as in the table of answers, where each string has a line of its own.
            const first = places.findIndex((place) => place.step === id);
            return first === -1 ? [] : [{ value: id, label: `${first + 1}. ${say(title)}` }];
          }),
        ]}
      />
      {items.length > 1 && (
        <SelectField label={t.where} value={value} onChange={onChange} options={[{ value: step, label: t.everywhere(items.length) }, ...items]} />
      )}
    </>
  );
}
