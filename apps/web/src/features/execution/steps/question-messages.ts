import { defineMessages } from '../../../platform/messages.ts';

/** What is asked about a reading before it is recorded. */
export const questionMessages = defineMessages({
  fr: {
    impossible: 'Cette valeur est impossible pour cette mesure. Vérifiez l’appareil et l’unité.',
    slip: (typed: string, suggestion: string) => `${typed} ou ${suggestion} ? La virgule semble décalée.`,
    unusual: 'Valeur très éloignée de la valeur attendue. Est-ce bien ce que vous lisez ?',
    overrated: (value: string, rating: string) => `${value}, pour un équipement de ${rating}. Est-ce bien ce que vous lisez ?`,
    use: (value: string) => `Corriger en ${value}`,
    keep: (value: string) => `Garder ${value}`,
  },
  en: {
    impossible: 'This value is impossible for this measurement. Check the instrument and the unit.',
    slip: (typed: string, suggestion: string) => `${typed} or ${suggestion}? The decimal sign seems misplaced.`,
    unusual: 'Very far from the expected value. Is it what you read?',
    overrated: (value: string, rating: string) => `${value}, on equipment rated ${rating}. Is it what you read?`,
    use: (value: string) => `Change to ${value}`,
    keep: (value: string) => `Keep ${value}`,
  },
});
