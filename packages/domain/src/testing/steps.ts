import { type PublishedContent, procedureContentSchema, type Step, stepSchema } from '../procedure/content.ts';
import type { FieldsOf, StepBase } from '../procedure/step-base.ts';
import type { DefinitionOf, StepKind } from '../step-kinds/index.ts';

const words = (text: string) => ({ fr: text, en: text });

/** A whole step of one kind from the fields that matter to a test. */
export function stepOf<K extends StepKind>(kind: K, fields: Partial<StepBase> & FieldsOf<DefinitionOf<K>>): Step & { kind: K } {
  const step = stepSchema.parse({
    id: 's01',
    title: words('Étape'),
    instructions: words('Faites ceci.'),
    required: true,
    holdPoint: false,
    kind,
    ...fields,
  });
  return step as Step & { kind: K };
}

export const volts = { unit: 'V', decimals: 1, limitKind: 'standard', severityOutside: 3 } as const;

/** A procedure around some steps. */
export const procedureOf = (steps: readonly Step[]): PublishedContent =>
  procedureContentSchema.parse({
    slug: 'essai',
    title: words('Essai'),
    description: words('Essai.'),
    category: 'inspection',
    equipmentTypes: [],
    tags: [],
    estimatedMinutes: 10,
    teamMin: 1,
    requiresLockout: false,
    requiredCertifications: [],
    requiredTools: [],
    ppe: [],
    safetyWarnings: [],
    references: [],
    environment: [],
    steps,
  });
