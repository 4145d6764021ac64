import {
  type Answered,
  type CallSum,
  countAnswered,
  countChosen,
  countDecided,
  countTalk,
  type OrgTx,
  readMemberSince,
  readOrg,
  readSettings,
  sumCalls,
} from '@heliograph/db';
import type { CallPurpose, Nano, UserId } from '@heliograph/domain';
import type { Actor } from '../auth/actor.ts';
import { billing, monthAt } from '../budget/budget.service.ts';
import type { Deps } from '../deps.ts';
import { zoneOffset } from '../zone.ts';

/** How the assistant is used, by a person or by everybody. Instants in ms, money in billionths of the currency. */
export interface Statistics {
  readonly memberSince: number;
  readonly currency: string;
  readonly conversations: number;
  readonly questions: number;
  /** Photos analysed. */
  readonly photos: number;
  /** Of these, how many somebody has decided about, and how many were taken as the model proposed them. */
  readonly photosDecided: number;
  readonly photosAccepted: number;
  /** The same since Monday. */
  readonly week: { readonly questions: number; readonly photos: number };
  /** How many people got an answer this year. */
  readonly people: number;
  readonly cost: Nano;
  /** The last twelve months, the oldest first; those without a call too. */
  readonly months: readonly { readonly month: string; readonly calls: number; readonly cost: Nano }[];
  /** By the model, the most used first; `chosen` counts where its answer was taken among several. */
  readonly models: readonly (CallSum & { readonly chosen: number })[];
}

type Ports = Pick<Deps, 'db' | 'now'>;

export const myStatistics = ({ db, now }: Ports, actor: Actor): Promise<Statistics> =>
  readOrg(db, actor, (tx) => statisticsIn(tx, now(), actor.user));

/** Of the organisation as a whole: nobody is compared with anybody. */
export const organisationStatistics = ({ db, now }: Ports, actor: Actor): Promise<Statistics> => readOrg(db, actor, (tx) => statisticsIn(tx, now()));

async function statisticsIn(tx: OrgTx, now: number, user?: UserId): Promise<Statistics> {
  const { settings, month } = await billing(tx, now);
  const { timeZone } = await readSettings(tx);
  const months = lastMonths(month, 12);
  const [first = month] = months;
  const among = { user, months: [first, month] } as const;
  const byMonth = new Map((await sumCalls(tx, 'month', among)).map((sum) => [sum.key, sum]));
  const since = weekBegin(timeZone, now);
  const [ever, week] = [await countAnswered(tx, { user }), await countAnswered(tx, { user, since })];
  const [talk, talkOfWeek] = [await countTalk(tx, { user }), await countTalk(tx, { user, since })];
  const chosen = new Map((await countChosen(tx, { user })).map((one) => [one.model, one.chosen]));
  const models = await sumCalls(tx, 'model', { ...among, purpose: 'question' });
  const { decided: photosDecided, accepted: photosAccepted } = await countDecided(tx, { user });
  return {
    ...talk,
    ...{ memberSince: await readMemberSince(tx, { user }), currency: settings.currency },
    ...{ photos: callsFor(ever, 'photo'), photosDecided, photosAccepted },
    week: { questions: talkOfWeek.questions, photos: callsFor(week, 'photo') },
    people: ever.find(({ purpose }) => purpose === 'question')?.people ?? 0,
    cost: [...byMonth.values()].reduce((sum, { cost }) => sum + cost, 0),
    months: months.map((one) => ({ month: one, calls: byMonth.get(one)?.calls ?? 0, cost: byMonth.get(one)?.cost ?? 0 })),
    models: models.map((sum) => ({ ...sum, chosen: chosen.get(sum.key) ?? 0 })),
  };
}

const callsFor = (answered: readonly Answered[], wanted: CallPurpose): number => answered.find(({ purpose }) => purpose === wanted)?.calls ?? 0;

/** The months up to one, the oldest first. */
function lastMonths(month: string, count: number): string[] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return Array.from({ length: count }, (_, at) => monthAt('UTC', Date.UTC(year, number - count + at, 15)));
}

const DAY = 86_400_000;

/** Monday, 00:00 of the organisation's time zone. */
export function weekBegin(timeZone: string, now: number): number {
  const local = now + zoneOffset(timeZone, now) * 60_000;
  const midnight = Math.floor(local / DAY) * DAY;
  const sinceMonday = (new Date(midnight).getUTCDay() + 6) % 7;
  const monday = midnight - sinceMonday * DAY;
  return monday - zoneOffset(timeZone, monday) * 60_000;
}
