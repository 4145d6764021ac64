import { readAssistantSettingsOf, readOrg, type StoredAssistantSettings, saveAssistantSettings, saveTaste, withOrg } from '@heliograph/db';
import { type AssistantSettings, type AssistantTaste, type ModelRef, refuse, sameModel } from '@heliograph/domain';
import { record } from '../activity/record.ts';
import type { Actor, Doer } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { choicesIn, providersIn } from '../provider/choices.ts';

type Ports = Pick<Deps, 'db' | 'environmentProvider'>;

/** How the organisation uses its models, for its admins. */
export const assistantSettingsOf = ({ db }: Ports, actor: Actor): Promise<StoredAssistantSettings> => readOrg(db, actor, readAssistantSettingsOf);

export interface ChangeAssistant extends Partial<{ [Field in keyof AssistantSettings]: AssistantSettings[Field] | undefined }> {
  /** The one that was on the editor's screen. */
  readonly revision: number;
}

/** Changes what is given. @throws AppError CONFLICT `changed`, INVALID `model` */
export const changeAssistant = (deps: Ports, doer: Doer, { revision, ...wish }: ChangeAssistant): Promise<StoredAssistantSettings> =>
  withOrg(deps.db, doer, async (tx) => {
    const { revision: stored, ...before } = await readAssistantSettingsOf(tx);
    const given = Object.entries(wish).filter(([, value]) => value !== undefined);
    const changed = given.filter(([field, value]) => JSON.stringify(Reflect.get(before, field)) !== JSON.stringify(value));
    const fields = changed.map(([field]) => field);
    const choices = choicesIn(await providersIn(tx, deps));
    const isThere = (ref: ModelRef | null | undefined) => !ref || choices.some((one) => sameModel(one, ref));
    if (![wish.question, wish.strong, wish.photo].every(isThere)) refuse('INVALID', { reason: 'model' });
    const after: AssistantSettings = { ...before, ...Object.fromEntries(changed) };
    if (stored !== revision) refuse('CONFLICT', { reason: 'changed', revision: stored, fields });
    if (!(await saveAssistantSettings(tx, after, revision))) refuse('CONFLICT', { reason: 'changed', revision, fields });
    const changes = Object.fromEntries(changed.map(([field, value]) => [field, [Reflect.get(before, field), value]]));
    await record(tx, doer, { action: 'assistant.update', subject: { kind: 'assistant', id: doer.org }, details: { changes } });
    return { ...after, revision: revision + 1 };
  });

/** How the person likes to ask; their own business, so it is on no record. */
export const preferAsking = ({ db }: Ports, { org, user }: Actor, taste: AssistantTaste): Promise<AssistantTaste> =>
  withOrg(db, { org }, async (tx) => {
    await saveTaste(tx, user, taste);
    return taste;
  });
