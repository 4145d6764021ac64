import type { Endpoint } from '@heliograph/ai';
import { listProviders, type OrgTx, readAssistantSettingsOf, readOrg, readTaste, type StoredProvider } from '@heliograph/db';
import {
  type AssistantTaste,
  type Cast,
  castOf,
  FIRST_MODELS,
  type Model,
  type ModelChoice,
  type ModelRef,
  refuse,
  sameModel,
} from '@heliograph/domain';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import type { EnvironmentProvider } from '../env.ts';

/** The provider of the environment has no row; its calls carry this id. */
export const ENVIRONMENT_PROVIDER = '00000000-0000-0000-0000-000000000001';

/** A provider as services use it: stored, or from the environment. */
export interface KnownProvider extends Omit<StoredProvider, 'keyBox' | 'keyId'> {
  readonly isEnvironment: boolean;
  readonly hasKey: boolean;
}

type Ports = Pick<Deps, 'db' | 'keys' | 'environmentProvider'>;

/** Where a key belongs: its box opens nowhere else. */
export const keyPlace = (org: string, provider: string): string => `${org}/provider/${provider}`;

/** The organisation's own providers; where it has none, that of the environment. */
export const providersIn = async (tx: OrgTx, deps: Pick<Deps, 'environmentProvider'>): Promise<KnownProvider[]> =>
  knownAmong(await listProviders(tx), deps);

function knownAmong(stored: readonly StoredProvider[], { environmentProvider }: Pick<Deps, 'environmentProvider'>): KnownProvider[] {
  if (stored.length === 0 && environmentProvider !== null) return [knownOf(environmentProvider)];
  return stored.map(({ keyBox, keyId: _, ...provider }) => ({ ...provider, isEnvironment: false, hasKey: keyBox !== null }));
}

function knownOf({ kind, baseUrl, apiVersion, key, questionModel, photoModel }: EnvironmentProvider): KnownProvider {
  const models = [...new Set([questionModel, photoModel])].map(
    (name): Model =>
      FIRST_MODELS.find((one) => one.name === name) ?? {
        ...{ name, price: { input: 0, output: 0 }, contextLength: 32_000, isOn: true },
        abilities: name === photoModel ? ['chat', 'vision', 'json'] : ['chat', 'json'],
      },
  );
  return {
    ...{ id: ENVIRONMENT_PROVIDER, kind, name: kind, baseUrl, apiVersion, keyEnd: '', models, isOn: true },
    ...{ isEnvironment: true, hasKey: key !== '' },
  };
}

/** Every model that is switched on, by provider in order. */
export const choicesIn = (providers: readonly KnownProvider[]): ModelChoice[] =>
  providers
    .filter(({ isOn }) => isOn)
    .flatMap(({ id, kind, name, models }) =>
      models
        .filter((model) => model.isOn)
        .map(({ name: model, abilities, price, contextLength }) => ({
          ...{ provider: id, providerName: name, kind, model, abilities, price, contextLength },
        })),
    );

/** What a person can ask, and how they like to. */
export interface Asking {
  readonly choices: readonly ModelChoice[];
  readonly cast: Cast;
  readonly taste: AssistantTaste;
  readonly temperature: number;
  readonly longestAnswer: number;
  /** The organisation's own ways, for who has none. */
  readonly usual: { readonly temperature: number; readonly longestAnswer: number };
}

/** Models, their parts and the person's own ways, with the organisation's where the person has none. No address, no key. */
export const askingOf = (deps: Ports, actor: Actor): Promise<Asking> => readOrg(deps.db, actor, (tx) => askingIn(tx, deps, actor));

export const askingIn = async (tx: OrgTx, deps: Pick<Deps, 'environmentProvider'>, actor: Pick<Actor, 'user'>): Promise<Asking> =>
  askingAmong(tx, knownAmong(await listProviders(tx), deps), actor);

/** The same with the way to each model, for whoever calls them next: it leaves the server never. */
export async function openingIn(
  tx: OrgTx,
  deps: Omit<Ports, 'db'>,
  actor: Pick<Actor, 'user'>,
): Promise<{ readonly asking: Asking; open(ref: ModelRef): OpenModel }> {
  const stored = await listProviders(tx);
  return { asking: await askingAmong(tx, knownAmong(stored, deps), actor), open: (ref) => openAmong(stored, deps, { org: tx.org, ref }) };
}

async function askingAmong(tx: OrgTx, providers: readonly KnownProvider[], { user }: Pick<Actor, 'user'>): Promise<Asking> {
  const choices = choicesIn(providers);
  const settings = await readAssistantSettingsOf(tx);
  const taste = await readTaste(tx, user);
  return {
    ...{ choices, taste, cast: castOf(settings, choices) },
    temperature: taste.temperature ?? settings.temperature,
    longestAnswer: taste.longestAnswer ?? settings.longestAnswer,
    usual: { temperature: settings.temperature, longestAnswer: settings.longestAnswer },
  };
}

/** A model with the way to it. It holds the key: for the call, and for nothing else. */
export interface OpenModel {
  readonly choice: ModelChoice;
  readonly endpoint: Endpoint;
}

/** @throws AppError NOT_FOUND `model` where it is not there or switched off, UNAVAILABLE `key` where its key cannot be read */
export const openModel = (deps: Ports, actor: Pick<Actor, 'org'>, ref: ModelRef): Promise<OpenModel> =>
  readOrg(deps.db, actor, async (tx) => openAmong(await listProviders(tx), deps, { org: tx.org, ref }));

function openAmong(stored: readonly StoredProvider[], deps: Omit<Ports, 'db'>, { org, ref }: { org: string; ref: ModelRef }): OpenModel {
  const choice = choicesIn(knownAmong(stored, deps)).find((one) => sameModel(one, ref)) ?? refuse('NOT_FOUND', { reason: 'model' });
  return { choice, endpoint: endpointOf(stored, deps, { org, provider: ref.provider }) };
}

/** The way to a provider, with its key. @throws AppError NOT_FOUND, UNAVAILABLE `key` */
export const endpointIn = async (tx: OrgTx, deps: Omit<Ports, 'db'>, provider: string): Promise<Endpoint> =>
  endpointOf(await listProviders(tx), deps, { org: tx.org, provider });

function endpointOf(
  stored: readonly StoredProvider[],
  { keys, environmentProvider }: Omit<Ports, 'db'>,
  { org, provider: id }: { org: string; provider: string },
): Endpoint {
  if (id === ENVIRONMENT_PROVIDER && environmentProvider !== null) {
    const { kind, baseUrl, key, apiVersion } = environmentProvider;
    return { kind, baseUrl, key, apiVersion };
  }
  const provider = stored.find((one) => one.id === id) ?? refuse('NOT_FOUND');
  const { kind, baseUrl, apiVersion, keyBox: box, keyId } = provider;
  if (box === null || keyId === null) return { kind, baseUrl, apiVersion, key: '' };
  const key = keys.vault.open({ box, keyId }, keyPlace(org, id)) ?? refuse('UNAVAILABLE', { reason: 'key' });
  return { kind, baseUrl, apiVersion, key };
}
