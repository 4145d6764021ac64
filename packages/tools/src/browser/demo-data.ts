import type { Page } from '@playwright/test';
import { ask } from './ask.ts';

interface Step {
  readonly id: string;
  readonly kind: string;
  readonly repeat?: unknown;
  readonly showIf?: unknown;
  readonly holdPoint?: boolean;
}

/** Those of the person themselves: what else they may see on the sites is not on their phone. */
async function listExecutions(page: Page, status: string) {
  const { user, role } = await ask<{ user: { id: string }; role: string }>(page, 'auth.me', undefined);
  const mine = role === 'technician' ? { personId: user.id } : {};
  return ask<{ items: readonly { readonly id: string; readonly procedure: { readonly hash: string } }[] }>(page, 'execution.list', {
    ...mine,
    status,
    limit: 50,
  });
}

/** The newest execution in this state. */
export async function findExecution(page: Page, status: string): Promise<string> {
  const { items } = await listExecutions(page, status);
  return items[0]?.id ?? missing(`an execution that is ${status}`);
}

/** Somebody with certifications on file. */
export async function findPerson(page: Page): Promise<string> {
  const { items } = await ask<{ items: readonly { readonly id: string; readonly certifications: readonly unknown[] }[] }>(page, 'person.list', {});
  return items.find(({ certifications }) => certifications.length > 2)?.id ?? missing('a person with certifications');
}

/** A published procedure with everything to see: warnings, tools, conditions, hold points. */
export const findProcedure = async (page: Page, slug = 'string-inverter-preventive'): Promise<string> =>
  (await ask<{ readonly hash: string }>(page, 'procedure.get', { slug })).hash;

/** A site with equipment, and the first piece of it. */
export async function findSite(page: Page): Promise<{ id: string; asset: string }> {
  const { items } = await ask<{ items: readonly { readonly id: string; readonly site: string }[] }>(page, 'asset.list', {
    type: 'string_inverter',
    limit: 1,
  });
  const [first] = items;
  return first === undefined ? missing('equipment') : { id: first.site, asset: first.id };
}

/** A step of this kind that is always shown, in a run that is under way. Plain: no hold point, so the run goes on whatever is answered. */
export async function findStep(page: Page, kind: string, { isPlain = false } = {}): Promise<{ execution: string; id: string }> {
  for (const { id: execution, procedure } of (await listExecutions(page, 'in_progress')).items) {
    const { content } = await ask<{ content: { steps: readonly Step[] } }>(page, 'procedure.get', { hash: procedure.hash });
    const step = content.steps.find((one) => one.kind === kind && !one.repeat && !one.showIf && !(isPlain && one.holdPoint));
    if (step !== undefined) return { execution, id: step.id };
  }
  return missing(`a step of kind ${kind} in a run that is under way`);
}

/** A photo whose analysis stands so, the newest first. */
export async function findAnalysis(page: Page, state: string): Promise<string> {
  const { items } = await ask<{ items: readonly { readonly id: string }[] }>(page, 'vision.list', { states: [state], limit: 1 });
  return items[0]?.id ?? missing(`a photo analysis that is ${state}`);
}

/** A conversation in which several models answered side by side. */
export async function findTalk(page: Page): Promise<string> {
  const { items } = await ask<{ items: readonly { readonly id: string }[] }>(page, 'conversation.list', { limit: 50 });
  for (const { id } of items) {
    const { questions } = await ask<{ questions: readonly { readonly answers: readonly unknown[] }[] }>(page, 'conversation.get', { id });
    if (questions.some(({ answers }) => answers.length > 1)) return id;
  }
  return missing('a conversation with several models');
}

function missing(what: string): never {
  throw new Error(`The demonstration data holds no ${what}.`);
}
