'use client';

import { useMessages } from '../../../platform/messages.ts';
import { useEquipmentOptions } from '../../procedure/fields/catalogue-options.ts';
import { PickMany } from '../../procedure/fields/pick-fields.tsx';
import { placeId } from '../../procedure/fields/place-id.ts';
import { propertiesMessages } from './properties-messages.ts';
import type { StepPropertiesProps } from './properties-types.ts';

/** Which equipment the label must belong to. */
export function ScanProperties({ step, onChange }: StepPropertiesProps<'scan'>) {
  const t = useMessages(propertiesMessages);
  const options = useEquipmentOptions();
  return (
    <PickMany
      id={placeId('expects')}
      label={t.expects}
      values={(step.expects ?? []).flatMap((one) => one ?? [])}
      options={options}
      onChange={(expects) => onChange({ expects })}
    />
  );
}
