import type { StepKind } from '@heliograph/domain';
import { ChoiceProperties } from './choice-properties.tsx';
import { MeasurementProperties } from './measurement-properties.tsx';
import { PhotoProperties } from './photo-properties.tsx';
import type { StepProperties } from './properties-types.ts';
import { ScanProperties } from './scan-properties.tsx';
import { SignatureProperties } from './signature-properties.tsx';

/** What an author says of a step beyond what all kinds share; null: nothing. Of the office's editor alone: phones never load it. */
export const stepProperties = {
  instruction: null,
  check: null,
  measurement: MeasurementProperties,
  choice: ChoiceProperties,
  text: null,
  photo: PhotoProperties,
  signature: SignatureProperties,
  scan: ScanProperties,
} satisfies { [K in StepKind]: StepProperties<K> | null };
