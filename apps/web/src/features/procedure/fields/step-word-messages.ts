import { defineMessages } from '../../../platform/messages.ts';

export const stepWordMessages = defineMessages({
  fr: {
    untitled: 'Étape sans titre',
    option: (n: number) => `Option ${n}`,
    kind_instruction: 'Consigne',
    kind_check: 'Contrôle',
    kind_measurement: 'Mesure',
    kind_choice: 'Choix',
    kind_text: 'Texte',
    kind_photo: 'Photo',
    kind_signature: 'Signature',
    kind_scan: 'Scan d’étiquette',
  },
  en: {
    untitled: 'Untitled step',
    option: (n) => `Option ${n}`,
    kind_instruction: 'Instruction',
    kind_check: 'Check',
    kind_measurement: 'Measurement',
    kind_choice: 'Choice',
    kind_text: 'Text',
    kind_photo: 'Photo',
    kind_signature: 'Signature',
    kind_scan: 'Label scan',
  },
});
