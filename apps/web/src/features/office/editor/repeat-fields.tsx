'use client';

import type { DraftStep, StepFields } from '@heliograph/domain/procedure/draft';
import { TextField } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import { useEquipmentOptions } from '../../procedure/fields/catalogue-options.ts';
import { Pair } from '../../procedure/fields/pair.tsx';
import { PickField } from '../../procedure/fields/pick-fields.tsx';
import { placeId } from '../../procedure/fields/place-id.ts';
import { editorMessages } from './messages.ts';

/** One answer for each piece of equipment of a type, and which steps are filled in together. */
export function RepeatFields({ repeat, onChange }: Pick<DraftStep, 'repeat'> & { onChange(fields: StepFields): void }) {
  const t = useMessages(editorMessages);
  const options = useEquipmentOptions();
  return (
    <Pair>
      <PickField
        id={placeId('repeat', 'over')}
        label={t.repeat}
        none={t.once}
        value={repeat?.over}
        options={options}
        onChange={(over) => onChange({ repeat: over === undefined ? undefined : { ...repeat, over } })}
      />
      {repeat !== undefined && (
        <TextField
          id={placeId('repeat', 'group')}
          label={t.repeatGroup}
          hint={t.repeatGroupHint}
          autoComplete="off"
          maxLength={80}
          value={repeat.group ?? ''}
          onChange={(group) => onChange({ repeat: group === '' ? { over: repeat.over } : { ...repeat, group: group.replaceAll(/\s+/g, '_') } })}
        />
      )}
    </Pair>
  );
}
