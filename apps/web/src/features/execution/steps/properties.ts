import { ChoiceProperties } from './choice-properties.tsx';
import { MeasurementProperties } from './measurement-properties.tsx';
import { PhotoProperties } from './photo-properties.tsx';
import type { KindWithFields, StepProperties } from './properties-types.ts';
import { ScanProperties } from './scan-properties.tsx';
import { SignatureProperties } from './signature-properties.tsx';

/** What an author says of a step beyond what all kinds share, of the kinds that have something to say. Of the office's editor alone: phones never load it. */
export const stepProperties = {
  measurement: MeasurementProperties,
  choice: ChoiceProperties,
  photo: PhotoProperties,
  signature: SignatureProperties,
  scan: ScanProperties,
} satisfies { [K in KindWithFields]: StepProperties<K> };
