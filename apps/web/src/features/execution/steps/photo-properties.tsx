'use client';

import { Stack, Switch } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import { BothField } from '../../procedure/fields/both-field.tsx';
import { CountField } from '../../procedure/fields/number-fields.tsx';
import { Pair } from '../../procedure/fields/pair.tsx';
import { placeId } from '../../procedure/fields/place-id.ts';
import { propertiesMessages } from './properties-messages.ts';
import type { StepPropertiesProps } from './properties-types.ts';

/** How many pictures are asked for, and what they must show. */
export function PhotoProperties({ step, onChange }: StepPropertiesProps<'photo'>) {
  const t = useMessages(propertiesMessages);
  return (
    <Stack gap={4}>
      <Pair>
        <CountField id={placeId('minCount')} label={t.photosMin} value={step.minCount} onChange={(minCount) => onChange({ minCount })} />
        <CountField id={placeId('maxCount')} label={t.photosMax} value={step.maxCount} onChange={(maxCount) => onChange({ maxCount })} />
      </Pair>
      <BothField id={placeId('mustShow')} label={t.mustShow} value={step.mustShow} isOptional onChange={(mustShow) => onChange({ mustShow })} />
      <Switch label={t.annotate} isOn={step.annotate ?? false} onChange={(annotate) => onChange({ annotate })} />
    </Stack>
  );
}
