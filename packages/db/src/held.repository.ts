import type { ExecutionId, ProcedureHash, Role, SiteId, UserId } from '@heliograph/domain';
import type { AsideCode } from '@heliograph/sync';
import { type RawBuilder, sql } from 'kysely';
import type { OrgTx } from './database.ts';

/** Records of one person on one execution that wait here for one reason. */
export interface HeldGroup {
  readonly user: UserId;
  readonly name: string;
  readonly role: Role;
  /** The execution, or the tip, that they name. */
  readonly execution: ExecutionId;
  /** Whether that execution is here. */
  readonly isKnown: boolean;
  /** Why they wait now: beside a record stands why it waited first, and what it was about may have come since. */
  readonly code: AsideCode;
  readonly records: number;
  /** When the oldest of them came, ms. */
  readonly since: number;
  /** Of the execution; of one that is not here, as the `start` among them says. Null where nobody says so. */
  readonly procedure: ProcedureHash | null;
  /** Null where that version is not here. */
  readonly slug: string | null;
  /** Null where nobody says so, or that site is not here. */
  readonly site: { readonly id: SiteId; readonly name: string } | null;
  /** Whether the person may begin work there. */
  readonly hasSite: boolean;
}

/** Nobody reads more of them on one page. */
const MOST_GROUPS = 50;

export interface HeldList {
  readonly groups: readonly HeldGroup[];
  /** How many there are beside those. */
  readonly more: number;
}

/**
 * Work that came and could not be applied, summed up: first what a press at the desk lets in, then what it can give again, then the rest; the oldest
 * first. Otherwise lines that nothing can settle would push the others off the page for good.
 */
export async function listHeld(tx: OrgTx): Promise<HeldList> {
  const { rows } = await sql<HeldRow & { total: number }>`
    select *, count(*) over ()::int as total from (${described(tx, groups(tx))}) as d
    order by
      case
        when code = 'not_yours' and (is_known or site_id is not null) then 0
        when code = 'unknown_procedure' and slug is not null and site_id is not null and not has_site then 0
        when code = 'unknown_execution' then 1
        else 2
      end, since, d.user, execution
    limit ${MOST_GROUPS}`.execute(tx);
  return { groups: rows.map(({ total: _total, ...row }) => groupOf(row)), more: (rows[0]?.total ?? 0) - rows.length };
}

/** What waits of one person on one execution, however much else waits. */
export async function findHeld(tx: OrgTx, { user, execution }: Pick<HeldGroup, 'user' | 'execution'>): Promise<HeldGroup[]> {
  const theirs = sql`select * from (${groups(tx, execution)}) as g where actor_id = ${user}`;
  const { rows } = await sql<HeldRow>`${described(tx, theirs)} order by since`.execute(tx);
  return rows.map(groupOf);
}

/** How many there are, each piece of work once for each person and reason. */
export async function countHeld(tx: OrgTx): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (${groups(tx)}) as g`.execute(tx);
  return rows[0]?.n ?? 0;
}

/** What records that wait on an execution ask of it, should it be given again. */
export interface HeldAsk {
  /** Steps that they are on. */
  readonly steps: readonly string[];
  /** What each `start` among them was begun with, as its phone says. */
  readonly starts: readonly { readonly procedure: string | null; readonly site: string | null; readonly slug: string | null }[];
}

/** What nobody here can read asks for nothing: it waits on, whatever it is given with. */
export async function heldAsk(tx: OrgTx, execution: ExecutionId): Promise<HeldAsk> {
  const waiting = sql`from operation o where o.org_id = ${tx.org} and o.execution_id = ${execution} and o.state = 'held' and o.code <> 'newer_kind'`;
  const steps = await sql<{ step: string }>`
    select distinct split_part(o.step_key, '/', 1) as step ${waiting} and o.step_key is not null order by step`.execute(tx);
  const starts = await sql<HeldAsk['starts'][number]>`
    select distinct told.procedure, told.site, v.slug
    from (select o.envelope -> 'p' ->> 'procedure' as procedure, o.envelope -> 'p' ->> 'site' as site ${waiting} and o.kind = 'start') as told
    left join procedure_version v on v.org_id = ${tx.org} and v.hash = told.procedure`.execute(tx);
  return { steps: steps.rows.map(({ step }) => step), starts: starts.rows };
}

type HeldRow = Omit<HeldGroup, 'site'> & { siteId: SiteId | null; siteName: string | null };

const groupOf = ({ siteId, siteName, ...row }: HeldRow): HeldGroup => ({
  ...row,
  site: siteId === null ? null : { id: siteId, name: siteName ?? '' },
});

/** Groups with the names of what they are about. Of the records themselves no more is read than where a `start` among them was. */
const described = (tx: OrgTx, of: RawBuilder<unknown>) => sql`
  select g.actor_id as user, m.name, m.role, g.execution_id as execution, g.is_known, g.code, g.records, g.since,
    coalesce(g.procedure_hash, g.told_procedure) as procedure, v.slug, s.id as site_id, s.name as site_name,
    m.role <> 'technician' or exists (
      select from site_scope mine where mine.org_id = s.org_id and mine.user_id = g.actor_id and mine.site_id = s.id and mine.removed_seq is null
    ) as has_site
  from (${of}) as g
  join member m on m.org_id = ${tx.org} and m.user_id = g.actor_id
  left join procedure_version v on v.org_id = ${tx.org} and v.hash = coalesce(g.procedure_hash, g.told_procedure)
  left join site s on s.org_id = ${tx.org} and s.id::text = coalesce(g.site_id::text, g.told_site)`;

// What follows a `start` that waits, waits for the same: where it is its author's, for what that waits for; where it is another's, for that line. Once
// none waits any more (it was refused), the work is simply not here. Where their own `start` says nothing of the work, another's does.
// Text from a phone is compared as text: a newer app's `start` may say anything.
const groups = (tx: OrgTx, execution?: ExecutionId) => sql`
  select actor_id, execution_id, code, procedure_hash, site_id, procedure_hash is not null as is_known,
    count(*)::int as records, min(server_at) as since,
    coalesce(min(own_procedure), min(any_procedure)) as told_procedure, coalesce(min(own_site), min(any_site)) as told_site
  from (
    select o.actor_id, o.execution_id, o.server_at, e.procedure_hash, e.site_id,
      min(o.envelope -> 'p' ->> 'procedure') filter (where o.kind = 'start') over own as own_procedure,
      min(o.envelope -> 'p' ->> 'site') filter (where o.kind = 'start') over own as own_site,
      min(o.envelope -> 'p' ->> 'procedure') filter (where o.kind = 'start') over work as any_procedure,
      min(o.envelope -> 'p' ->> 'site') filter (where o.kind = 'start') over work as any_site,
      case
        when e.execution_id is not null and o.code in ('unknown_execution', 'follows_held') then 'not_yours'
        when o.code = 'follows_held' then coalesce(
          min(o.code) filter (where o.kind = 'start') over own,
          case when count(*) filter (where o.kind = 'start') over work = 0 then 'unknown_execution' else o.code end
        )
        else o.code
      end as code
    from operation o left join execution e on e.org_id = o.org_id and e.execution_id = o.execution_id
    where o.org_id = ${tx.org} and o.state = 'held' ${execution === undefined ? sql`` : sql`and o.execution_id = ${execution}`}
    window own as (partition by o.actor_id, o.execution_id), work as (partition by o.execution_id)
  ) as waiting
  group by actor_id, execution_id, code, procedure_hash, site_id`;
