import type { Condition } from '@heliograph/domain';
import { defineMessages } from '../../../platform/messages.ts';

type Op = Condition['op'];

const SAYS = {
  fr: {
    eq: (step: string, value: string) => `« ${step} » vaut ${value || '…'}`,
    ne: (step: string, value: string) => `« ${step} » ne vaut pas ${value || '…'}`,
    none_eq: (step: string, value: string) => `« ${step} » ne vaut jamais ${value || '…'}`,
    in: (step: string, value: string) => `« ${step} » vaut l’une de ces réponses : ${value || '…'}`,
    in_range: (step: string) => `« ${step} » est dans les limites`,
    out_of_range: (step: string) => `« ${step} » est hors limites`,
  },
  en: {
    eq: (step: string, value: string) => `“${step}” is ${value || '…'}`,
    ne: (step: string, value: string) => `“${step}” is not ${value || '…'}`,
    none_eq: (step: string, value: string) => `“${step}” is never ${value || '…'}`,
    in: (step: string, value: string) => `“${step}” is one of ${value || '…'}`,
    in_range: (step: string) => `“${step}” is within its limits`,
    out_of_range: (step: string) => `“${step}” is out of limits`,
  },
} as const;

export const conditionMessages = defineMessages({
  fr: {
    appears: (conditions: string) => `Apparaît si ${conditions}`,
    and: ' et ',
    or: ' ou ',
    quoted: (value: string) => `« ${value} »`,
    says: (step: string, op: Op, value: string) => SAYS.fr[op](step, value),
    someStep: 'Apparaît selon une étape à choisir',
    every: 'Apparaît si',
    all: 'toutes les conditions sont vraies',
    any: 'l’une des conditions est vraie',
    conditions: 'Conditions',
    add: 'Ajouter une condition',
    nothingEarlier: 'Aucune étape précédente ne peut servir de condition : il faut un contrôle, un choix ou une mesure avant celle-ci.',
    step: (n: number) => `Étape de la condition ${n}`,
    op: (n: number) => `Comparaison ${n}`,
    value: (n: number) => `Réponse ${n}`,
    op_eq: 'vaut',
    op_ne: 'ne vaut pas',
    op_none_eq: 'ne vaut jamais (étape répétée)',
    op_in: 'vaut l’une de',
    op_in_range: 'est dans les limites',
    op_out_of_range: 'est hors limites',
  },
  en: {
    appears: (conditions) => `Appears if ${conditions}`,
    and: ' and ',
    or: ' or ',
    quoted: (value) => `“${value}”`,
    says: (step, op, value) => SAYS.en[op](step, value),
    someStep: 'Appears depending on a step to choose',
    every: 'Appears if',
    all: 'all conditions are true',
    any: 'one of the conditions is true',
    conditions: 'Conditions',
    add: 'Add a condition',
    nothingEarlier: 'No earlier step can be asked: there must be a check, a choice or a measurement before this one.',
    step: (n) => `Step of condition ${n}`,
    op: (n) => `Comparison ${n}`,
    value: (n) => `Answer ${n}`,
    op_eq: 'is',
    op_ne: 'is not',
    op_none_eq: 'is never (repeated step)',
    op_in: 'is one of',
    op_in_range: 'is within limits',
    op_out_of_range: 'is out of limits',
  },
});
