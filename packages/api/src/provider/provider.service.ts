import { addressProblem, type Trial } from '@heliograph/ai';
import { listProviders, lockProvider, type OrgTx, readOrg, removeProvider, type StoredProvider, saveProvider, withOrg } from '@heliograph/db';
import { lastFour, refuse, type SaveProvider } from '@heliograph/domain';
import { record } from '../activity/record.ts';
import type { Actor, Doer } from '../auth/actor.ts';
import { reserve, settle } from '../budget/budget.service.ts';
import type { Deps } from '../deps.ts';
import { choicesIn, endpointIn, type KnownProvider, keyPlace, providersIn } from './choices.ts';

type Ports = Pick<Deps, 'db' | 'keys' | 'now' | 'trustedOrigins' | 'environmentProvider'>;

/** More providers than anybody compares. */
const AT_MOST = 20;

/** A provider as the admin sees it: of a key its last four characters. */
export interface ShownProvider extends KnownProvider {
  /** A key is stored that none of this installation's opens: it was sealed under one that has been taken away. */
  readonly isKeyLost: boolean;
}

export const providersOf = (deps: Ports, actor: Pick<Actor, 'org'>): Promise<readonly ShownProvider[]> =>
  readOrg(deps.db, actor, async (tx) => {
    const lost = new Set((await listProviders(tx)).filter((provider) => isLost(deps, tx.org, provider)).map(({ id }) => id));
    return (await providersIn(tx, deps)).map((provider) => ({ ...provider, isKeyLost: lost.has(provider.id) }));
  });

const isLost = ({ keys }: Pick<Deps, 'keys'>, org: string, { id, keyBox: box, keyId }: StoredProvider): boolean =>
  box !== null && keyId !== null && keys.vault.open({ box, keyId }, keyPlace(org, id)) === null;

/**
 * Makes a provider or changes one. A key stays where none is given, unless the address goes elsewhere: a key is sent only where the person
 * who had it wanted it to go.
 * @throws AppError NOT_FOUND, INVALID `address_…`, `api_version`, `key_again`, `too_many`
 */
export async function keepProvider(deps: Ports, doer: Doer, { id, key, ...draft }: SaveProvider): Promise<KnownProvider> {
  const baseUrl = draft.baseUrl.replace(/\/+$/, '');
  const problem = addressProblem(baseUrl, deps.trustedOrigins);
  if (problem !== null) refuse('INVALID', { reason: `address_${problem}` });
  if (draft.kind === 'azure' && draft.apiVersion === null) refuse('INVALID', { reason: 'api_version' });
  return withOrg(deps.db, doer, async (tx) => {
    const before = id === undefined ? null : ((await lockProvider(tx, id)) ?? refuse('NOT_FOUND'));
    if (before === null && (await listProviders(tx)).length >= AT_MOST) refuse('INVALID', { reason: 'too_many' });
    const made = before?.id ?? crypto.randomUUID();
    const provider: StoredProvider = { ...draft, baseUrl, id: made, ...keyOf(deps, { before, key, baseUrl, place: keyPlace(tx.org, made) }) };
    await saveProvider(tx, provider);
    await recordChange(tx, doer, { before, provider, isNewKey: key !== undefined });
    const { keyBox, keyId: _, ...known } = provider;
    return { ...known, isEnvironment: false, hasKey: keyBox !== null };
  });
}

interface KeyWish {
  readonly before: StoredProvider | null;
  readonly key: string | undefined;
  readonly baseUrl: string;
  readonly place: string;
}

function keyOf({ keys }: Pick<Deps, 'keys'>, { before, key, baseUrl, place }: KeyWish): Pick<StoredProvider, 'keyBox' | 'keyId' | 'keyEnd'> {
  if (key === undefined && before !== null && before.keyBox !== null) {
    if (new URL(before.baseUrl).origin !== new URL(baseUrl).origin) refuse('INVALID', { reason: 'key_again' });
    return { keyBox: before.keyBox, keyId: before.keyId, keyEnd: before.keyEnd };
  }
  if (key === undefined || key === '') return { keyBox: null, keyId: null, keyEnd: '' };
  const { box, keyId } = keys.vault.seal(key, place);
  return { keyBox: box, keyId, keyEnd: lastFour(key) };
}

interface Change {
  readonly before: StoredProvider | null;
  readonly provider: StoredProvider;
  readonly isNewKey: boolean;
}

const recordChange = (tx: OrgTx, doer: Doer, { before, provider: { id, name, baseUrl, isOn, models }, isNewKey }: Change) =>
  record(tx, doer, {
    action: before === null ? 'provider.create' : 'provider.update',
    subject: { kind: 'provider', id },
    details: { name, baseUrl, isOn, models: models.filter((model) => model.isOn).map((model) => model.name), isNewKey },
  });

/** Takes a provider away, and its key with it. @throws AppError NOT_FOUND */
export const dropProvider = ({ db, now }: Ports, doer: Doer, { id }: { readonly id: string }): Promise<void> =>
  withOrg(db, doer, async (tx) => {
    const { name } = (await lockProvider(tx, id)) ?? refuse('NOT_FOUND');
    await removeProvider(tx, id, now());
    await record(tx, doer, { action: 'provider.remove', subject: { kind: 'provider', id }, details: { name } });
  });

/** What a trial asks for at most; it is charged like any call. */
const TRIAL = { inputTokens: 3_000, longestAnswer: 600 };

/**
 * Tries one model of a provider with the smallest questions that show what it can do.
 * @throws AppError NOT_FOUND, INVALID `no_model`, `budget_…`, UNAVAILABLE `key`
 */
export async function tryProvider(
  deps: Ports & Pick<Deps, 'models'>,
  actor: Actor,
  { id, model }: { readonly id: string; readonly model?: string | undefined },
): Promise<{ readonly model: string; readonly trials: readonly Pick<Trial, 'ability' | 'fault'>[] }> {
  const { endpoint, choice } = await readOrg(deps.db, actor, async (tx) => {
    const provider = (await providersIn(tx, deps)).find((one) => one.id === id) ?? refuse('NOT_FOUND');
    // Also one that is switched off: that is when one tries it.
    const all = choicesIn([{ ...provider, isOn: true, models: provider.models.map((one) => ({ ...one, isOn: true })) }]);
    const found = all.find((one) => model === undefined || one.model === model) ?? refuse('INVALID', { reason: 'no_model' });
    return { choice: found, endpoint: await endpointIn(tx, deps, id) };
  });
  const reserved = await reserve(deps, actor, { purpose: 'trial', model: choice, ...TRIAL });
  if (reserved.kind === 'refused') refuse('INVALID', { reason: reserved.fault });
  const trials = await deps.models.try(endpoint, { name: choice.model });
  const usage = { input: 0, output: 0, isEstimated: trials.some((trial) => trial.usage.isEstimated) };
  for (const { usage: used } of trials) {
    usage.input += used.input;
    usage.output += used.output;
  }
  await settle(deps, reserved.reservation, { usage, fault: trials[0]?.fault ?? null });
  return { model: choice.model, trials: trials.map(({ ability, fault }) => ({ ability, fault })) };
}
