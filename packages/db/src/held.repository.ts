import type { ExecutionId, ProcedureHash, Role, SiteId, UserId } from '@heliograph/domain';
import type { AsideCode } from '@heliograph/sync';
import { sql } from 'kysely';
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

/** Work that came and could not be applied, summed up: the oldest first. Of the records themselves no more is read than where a `start` among them was. */
export async function listHeld(tx: OrgTx): Promise<HeldGroup[]> {
  const { rows } = await sql<Omit<HeldGroup, 'site'> & { siteId: SiteId | null; siteName: string | null }>`
    select g.actor_id as user, m.name, m.role, g.execution_id as execution, g.is_known, g.code, g.records, g.since,
      coalesce(g.procedure_hash, g.told_procedure) as procedure, v.slug, s.id as site_id, s.name as site_name,
      m.role <> 'technician' or exists (
        select from site_scope mine where mine.org_id = s.org_id and mine.user_id = g.actor_id and mine.site_id = s.id and mine.removed_seq is null
      ) as has_site
    from (${groups(tx)} order by since, actor_id, execution_id limit ${MOST_GROUPS}) as g
    join member m on m.org_id = ${tx.org} and m.user_id = g.actor_id
    left join procedure_version v on v.org_id = ${tx.org} and v.hash = coalesce(g.procedure_hash, g.told_procedure)
    left join site s on s.org_id = ${tx.org} and s.id::text = coalesce(g.site_id::text, g.told_site)
    order by g.since, g.actor_id, g.execution_id`.execute(tx);
  return rows.map(({ siteId, siteName, ...row }) => ({ ...row, site: siteId === null ? null : { id: siteId, name: siteName ?? '' } }));
}

/** How many there are, each piece of work once for each person and reason. */
export async function countHeld(tx: OrgTx): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (${groups(tx)}) as g`.execute(tx);
  return rows[0]?.n ?? 0;
}

// What follows a `start` that waits, waits for the same. Text from a phone is compared as text: a newer app's `start` may say anything.
const groups = (tx: OrgTx) => sql`
  select actor_id, execution_id, code, procedure_hash, site_id, procedure_hash is not null as is_known,
    count(*)::int as records, min(server_at) as since,
    min(envelope -> 'p' ->> 'procedure') filter (where kind = 'start') as told_procedure,
    min(envelope -> 'p' ->> 'site') filter (where kind = 'start') as told_site
  from (
    select o.actor_id, o.execution_id, o.server_at, o.kind, o.envelope, e.procedure_hash, e.site_id,
      case
        when e.execution_id is not null and o.code in ('unknown_execution', 'follows_held') then 'not_yours'
        when o.code = 'follows_held'
          then coalesce(min(o.code) filter (where o.kind = 'start') over (partition by o.actor_id, o.execution_id), o.code)
        else o.code
      end as code
    from operation o left join execution e on e.org_id = o.org_id and e.execution_id = o.execution_id
    where o.org_id = ${tx.org} and o.state = 'held'
  ) as waiting
  group by actor_id, execution_id, code, procedure_hash, site_id`;
