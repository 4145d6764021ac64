'use client';

import { fieldRoleSchema } from '@heliograph/domain';
import { SelectField } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import { placeId } from '../../procedure/fields/place-id.ts';
import { propertiesMessages } from './properties-messages.ts';
import type { StepPropertiesProps } from './properties-types.ts';

/** Who signs. */
export function SignatureProperties({ step, onChange }: StepPropertiesProps<'signature'>) {
  const t = useMessages(propertiesMessages);
  return (
    <SelectField
      id={placeId('role')}
      label={t.role}
      value={step.role ?? 'technician'}
      options={fieldRoleSchema.options.map((value) => ({ value, label: t[`role_${value}`] }))}
      onChange={(role) => onChange({ role })}
    />
  );
}
