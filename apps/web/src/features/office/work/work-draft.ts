import {
  type AssetId,
  assetIdSchema,
  type ExecutionId,
  executionIdSchema,
  procedureHashSchema,
  siteIdSchema,
  type UserId,
  userIdSchema,
} from '@heliograph/domain';
import { isDay } from '../shared/days.ts';

/** What is in the form, as it was chosen and typed. */
export interface WorkDraft {
  /** Hash of a version; '' for none yet. */
  readonly procedure: string;
  readonly site: string;
  readonly asset: AssetId | null;
  readonly people: readonly UserId[];
  readonly day: string;
  readonly note: string;
  readonly symptom: string;
  readonly alarm: string;
  readonly source: string;
}

export type WorkProblem = 'procedureNeeded' | 'siteNeeded' | 'peopleNeeded' | 'dayNeeded';
export type WorkField = 'procedure' | 'site' | 'people' | 'day';

export const emptyWork = (day: string): WorkDraft => ({
  ...{ procedure: '', site: '', asset: null, people: [], day },
  ...{ note: '', symptom: '', alarm: '', source: '' },
});

/** What the address may say of work to be given again. */
export const AGAIN = ['work', 'person', 'procedure', 'site'] as const;

export interface GivenAgain {
  /** Null: this is work like any other. */
  readonly work: ExecutionId | null;
  readonly draft: Pick<WorkDraft, 'people' | 'procedure' | 'site'>;
}

/** Work that the server has forgotten is given again as what it was: records that wait for it name its id (decision 39), and one may say what it was. */
export function readAgain(values: Readonly<Record<(typeof AGAIN)[number], string>>): GivenAgain {
  const work = executionIdSchema.safeParse(values.work).data ?? null;
  if (work === null) return { work, draft: { people: [], procedure: '', site: '' } };
  const person = userIdSchema.safeParse(values.person).data;
  const procedure = procedureHashSchema.safeParse(values.procedure).data ?? '';
  const site = siteIdSchema.safeParse(values.site).data ?? '';
  return { work, draft: { people: person === undefined ? [] : [person], procedure, site } };
}

/** The form as the server takes it, or what is still missing. */
export function readWork(draft: WorkDraft) {
  const [procedure, siteId] = [procedureHashSchema.safeParse(draft.procedure).data, siteIdSchema.safeParse(draft.site).data];
  const problems: Partial<Record<WorkField, WorkProblem>> = {
    ...(procedure === undefined ? { procedure: 'procedureNeeded' } : {}),
    ...(siteId === undefined ? { site: 'siteNeeded' } : {}),
    ...(draft.people.length === 0 ? { people: 'peopleNeeded' } : {}),
    ...(isDay(draft.day) ? {} : { day: 'dayNeeded' }),
  };
  if (procedure === undefined || siteId === undefined || Object.keys(problems).length > 0) return { problems, input: null };
  const { symptom, alarm, source } = draft;
  const reported = Object.fromEntries(
    Object.entries({ symptom, alarm, source }).flatMap(([name, text]) => (text.trim() === '' ? [] : [[name, text.trim()]])),
  );
  const assetId = assetIdSchema.safeParse(draft.asset).data;
  const input = {
    ...{ procedure, siteId, personIds: [...draft.people], day: draft.day },
    ...(assetId === undefined ? {} : { assetId }),
    ...(draft.note.trim() === '' ? {} : { note: draft.note.trim() }),
    ...(Object.keys(reported).length === 0 ? {} : { reported }),
  };
  return { problems, input };
}

export type Wish = NonNullable<ReturnType<typeof readWork>['input']>;

interface Given {
  readonly status: string;
  readonly procedure: { readonly hash: string };
  readonly site: { readonly id: string };
  readonly asset: { readonly id: string } | null;
  readonly people: readonly { readonly id: string }[];
  readonly day: string;
  readonly note: string | null;
  readonly reported: Wish['reported'] | null;
}

const SAID = ['symptom', 'alarm', 'source'] as const;

/**
 * What is left to do about the work that is there under this form's id: given at this press, or at an earlier one whose answer was lost and chosen
 * otherwise since. An execution keeps its procedure and its place: with others it is taken back and given anew, never given twice.
 * @param isAgain the id came from the address: what is there may be a colleague's, begun and with people on it, and is not this form's to touch
 */
export function nextOf(wish: Wish, given: Given, isAgain = false): 'done' | 'change' | 'withdraw' | 'anew' {
  if (isAgain) return 'done';
  if (given.status === 'cancelled') return 'anew';
  const { procedure, siteId, assetId } = wish;
  if (procedure !== given.procedure.hash || siteId !== given.site.id || (assetId ?? null) !== (given.asset?.id ?? null)) return 'withdraw';
  const there: string[] = given.people.map(({ id }) => id);
  const isSaid = SAID.every((name) => wish.reported?.[name] === given.reported?.[name]) && (wish.note ?? null) === given.note;
  const isMeant = wish.day === given.day && [...new Set(wish.personIds)].sort().join() === there.sort().join();
  return isSaid && isMeant ? 'done' : 'change';
}
