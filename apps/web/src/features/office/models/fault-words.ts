import type { ProviderFault } from '@heliograph/domain/assistant';
import { defineMessages } from '../../../platform/messages.ts';

/** Why a model did not answer, in words for the admin who can do something about it. */
export const faultWords = defineMessages({
  fr: {
    fault_unreachable: 'personne ne répond à cette adresse',
    fault_address: 'cette adresse n’est pas permise',
    fault_timeout: 'trop lent à répondre',
    fault_cut: 'la réponse s’est interrompue',
    fault_key: 'la clé est refusée',
    fault_model: 'ce modèle n’existe pas chez ce fournisseur',
    fault_limited: 'trop d’appels pour l’instant',
    fault_quota: 'le compte chez le fournisseur est épuisé',
    fault_overloaded: 'le fournisseur est en panne ou surchargé',
    fault_too_long: 'question trop longue pour ce modèle',
    fault_refused: 'refusé par le fournisseur',
    fault_garbage: 'ce n’est pas une réponse au protocole OpenAI',
    fault_stopped: 'arrêté',
  } satisfies Record<`fault_${ProviderFault}`, string>,
  en: {
    fault_unreachable: 'nobody answers at this address',
    fault_address: 'this address is not allowed',
    fault_timeout: 'too slow to answer',
    fault_cut: 'the answer broke off',
    fault_key: 'the key is refused',
    fault_model: 'this provider has no such model',
    fault_limited: 'too many calls just now',
    fault_quota: 'the account at the provider is used up',
    fault_overloaded: 'the provider is down or overloaded',
    fault_too_long: 'question too long for this model',
    fault_refused: 'refused by the provider',
    fault_garbage: 'not an answer of the OpenAI protocol',
    fault_stopped: 'stopped',
  } satisfies Record<`fault_${ProviderFault}`, string>,
});
