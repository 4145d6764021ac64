import type { StepKind } from '@heliograph/domain';
import { CheckStep } from './check-step.tsx';
import { ChoiceStep } from './choice-step.tsx';
import { InstructionStep } from './instruction-step.tsx';
import { MeasurementStep } from './measurement-step.tsx';
import { PhotoStep } from './photo-step.tsx';
import { ScanStep } from './scan-step.tsx';
import { SignatureStep } from './signature-step.tsx';
import { TextStep } from './text-step.tsx';
import type { StepInput } from './types.ts';

/** One input a kind; the compiler names the one that is missing. */
export const stepInputs = {
  instruction: InstructionStep,
  check: CheckStep,
  measurement: MeasurementStep,
  choice: ChoiceStep,
  text: TextStep,
  photo: PhotoStep,
  signature: SignatureStep,
  scan: ScanStep,
} satisfies { [K in StepKind]: StepInput<K> };
