/** Why a model gave no answer, or no whole one. Each asks something else of the person or the admin; screens have words for every one. */
export const PROVIDER_FAULTS = [
  /** Nobody answers at the address. */
  'unreachable',
  /** The address is not one a provider may have. */
  'address',
  /** It was silent for too long. */
  'timeout',
  /** The answer broke off. */
  'cut',
  /** The key is wrong or may not do this. */
  'key',
  /** No such model, or no such place of the API. */
  'model',
  /** Too many calls just now. */
  'limited',
  /** The provider's own account is used up. */
  'quota',
  /** The provider failed. */
  'overloaded',
  /** The question is longer than the model can read. */
  'too_long',
  /** The provider refuses the request. */
  'refused',
  /** What came back is not what the protocol says. */
  'garbage',
  /** The person stopped it. */
  'stopped',
] as const;
export type ProviderFault = (typeof PROVIDER_FAULTS)[number];

/** Why a question got no answer: the model's fault, or the month's budget is used up. */
export const ASK_FAULTS = [...PROVIDER_FAULTS, 'budget_organisation', 'budget_person'] as const;
export type AskFault = (typeof ASK_FAULTS)[number];
