import { FIRST_TASTE } from '@heliograph/domain';

const nobody = 'SIGNED_OUT' as const;
const everybody = { nobody, technician: 'ok', supervisor: 'ok', admin: 'ok', stranger: 'ok' } as const;
const office = { ...everybody, technician: 'NOT_ALLOWED' } as const;
const admins = { ...office, supervisor: 'NOT_ALLOWED', stranger: 'NOT_ALLOWED' } as const;
const unknown = () => ({ id: crypto.randomUUID() });
const nothing = () => undefined;
const inside = { kind: 'other', name: 'X', baseUrl: 'https://10.0.0.1/v1', apiVersion: null, isOn: true, models: [] };

/** The doors of providers, settings of the assistant, budgets and statistics in the matrix of access. */
export const modelRows = {
  'provider.list': { input: nothing, outcomes: admins },
  'provider.save': { input: () => inside, outcomes: { ...admins, admin: 'INVALID' } },
  'provider.test': { input: unknown, outcomes: { ...admins, admin: 'NOT_FOUND' } },
  'provider.remove': { input: unknown, outcomes: { ...admins, admin: 'NOT_FOUND' } },
  'ai.asking': { input: nothing, outcomes: everybody },
  'ai.prefer': { input: () => FIRST_TASTE, outcomes: everybody },
  'ai.budget': { input: nothing, outcomes: everybody },
  'ai.costs': { input: nothing, outcomes: admins },
  'ai.settings': { input: nothing, outcomes: admins },
  'ai.update': { input: () => ({ revision: 9 }), outcomes: { ...admins, admin: 'CONFLICT' } },
  'stats.me': { input: nothing, outcomes: everybody },
  'stats.organisation': { input: nothing, outcomes: office },
} as const;
